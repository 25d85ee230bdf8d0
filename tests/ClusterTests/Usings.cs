using System.Runtime.Versioning;
using TtsConsumers.Tests.ClusterTests;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: SupportedOSPlatform("linux")]
[assembly: AssemblyFixture(typeof(ClusterFixture))]
// One cluster: a node that one test kills would be another test's fault.
[assembly: Parallelization(Mode = ParallelMode.None)]
