using System.Text.Json;
using TtsConsumers.Shared.Topology.Provisioning;

namespace TtsConsumers.Tests.ClusterTests.Brokers;

/// <summary>What the management API says of the quorum queues of one vhost.</summary>
internal sealed class QueueMembers(Cluster cluster, string vhost)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>The node that leads a queue.</summary>
    public async Task<BrokerNode> LeaderOfAsync(string queue, CancellationToken cancellation)
    {
        using var admin = cluster.OpenAdmin();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        while (true)
        {
            var said = await admin.GetAsync(ManagementApi.PathOf("queues", vhost, queue), patience.Token);
            if (said.TryGetProperty("leader", out var leader) && cluster.Nodes.FirstOrDefault(node => node.Name == leader.GetString()) is { } node)
                return node;
            await Task.Delay(Look, patience.Token);
        }
    }

    /// <summary>Waits until every quorum queue of the vhost has a member on every node, all of them online.</summary>
    public async Task UntilAllOnlineAsync(CancellationToken cancellation)
    {
        using var admin = cluster.OpenAdmin();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        while (!(await admin.GetAsync(ManagementApi.PathOf("queues", vhost), patience.Token)).EnumerateArray().All(IsOnline))
            await Task.Delay(Look, patience.Token);
    }

    private static bool IsOnline(JsonElement queue) => Count(queue, "members") == Cluster.Size && Count(queue, "online") == Cluster.Size;

    private static int Count(JsonElement queue, string list) => queue.TryGetProperty(list, out var nodes) ? nodes.GetArrayLength() : 0;
}
