using TtsConsumers.Tests.Kit.Broker;
using Xunit;

[assembly: AssemblyFixture(typeof(BrokerFixture))]
