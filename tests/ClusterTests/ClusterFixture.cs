using TtsConsumers.Tests.ClusterTests.Brokers;
using Xunit;

namespace TtsConsumers.Tests.ClusterTests;

/// <summary>The one cluster of the run: three nodes, or the reason why there is none. An assembly fixture.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    private Cluster? cluster;
    private string? whyNot;

    /// <summary>The cluster; where it can't be had the test is skipped.</summary>
    internal Cluster Cluster
    {
        get
        {
            Assert.SkipWhen(whyNot is not null, whyNot ?? "");
            return cluster!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        whyNot = Preconditions.WhyNot();
        if (whyNot is null)
            cluster = await Cluster.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
            await cluster.DisposeAsync();
    }
}
