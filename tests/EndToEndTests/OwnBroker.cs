using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>A broker of a test class's own, to which anything may be done: the run's broker serves other tests meanwhile. A class fixture.</summary>
public sealed class OwnBroker : IAsyncLifetime
{
    /// <summary>For a scene on it.</summary>
    public BrokerFixture Fixture { get; } = new();

    /// <summary>Its process and command line; skips the calling test where the broker is a given one or in a container.</summary>
    public BrokerControl Control
    {
        get
        {
            Assert.SkipWhen(Fixture.Private is null, "only a private broker may be stopped, starved or set otherwise");
            return Fixture.Private.Control;
        }
    }

    public ValueTask InitializeAsync() => Fixture.InitializeAsync();

    public ValueTask DisposeAsync() => Fixture.DisposeAsync();
}
