using TtsConsumers.Tests.ClusterTests.Network;
using Xunit;

namespace TtsConsumers.Tests.ClusterTests;

/// <summary>
/// Nodes of a cluster of three that die, are cut off or are restarted under load, with quorum queues of three members (reliability.md, N1, B1, B2; P1, P2).
/// </summary>
public sealed class NodeFaultTests(ClusterFixture fixture)
{
    /// <summary>What is said at once: all lanes within 10 s.</summary>
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(10);

    /// <summary>What nobody is told of: all lanes within 30 s of its start.</summary>
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(30);

    /// <summary>Longer than the queues take to elect a new leader, shorter than the nodes take to think each other dead.</summary>
    private static readonly TimeSpan Partition = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan Away = TimeSpan.FromSeconds(15);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill9_OfTheNodeThatLeadsTheJobs_LosesNothing()
    {
        await using var scene = await ClusterScene.SetAsync(fixture.Cluster, Cancellation);
        var leader = await scene.LeaderAsync(Cancellation);

        await scene.StrikeAsync($"kill -9 of {leader.Name}", Told, async () =>
        {
            await leader.KillAsync(Cancellation);
            await Task.Delay(Away, Cancellation);
        });
        await scene.StrikeAsync($"{leader.Name} comes back", Told, () => leader.StartAsync(Cancellation));

        await scene.CloseAsync(Cancellation);
    }

    [Theory]
    [InlineData("its peers")]
    [InlineData("everybody")]
    public async Task Partition_CutsTheLeaderOffFromSome_LosesNothing(string others)
    {
        await using var scene = await ClusterScene.SetAsync(fixture.Cluster, Cancellation);
        var leader = await scene.LeaderAsync(Cancellation);
        Side[] sides = others == "everybody" ? [Side.Peers, Side.Clients] : [Side.Peers];

        await scene.StrikeAsync($"{leader.Name} cut off from {others} for {Partition.TotalSeconds} s", Silent, async () =>
        {
            foreach (var side in sides)
                await ClusterNetwork.CutAsync(leader.Number, side);
            await Task.Delay(Partition, Cancellation);
            foreach (var side in sides)
                await ClusterNetwork.MendAsync(leader.Number, side);
        });

        await scene.CloseAsync(Cancellation);
    }

    [Fact]
    public async Task RollingRestart_OfAllNodes_LosesNothing()
    {
        await using var scene = await ClusterScene.SetAsync(fixture.Cluster, Cancellation);

        foreach (var node in fixture.Cluster.Nodes)
        {
            await scene.StrikeAsync($"{node.Name} is stopped", Told, () => node.StopAsync(Cancellation));
            await scene.StrikeAsync($"{node.Name} comes back", Told, () => node.StartAsync(Cancellation));
            await scene.HealAsync(Cancellation);
        }

        await scene.CloseAsync(Cancellation);
    }
}
