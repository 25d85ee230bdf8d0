using System.Text.Json;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.ClusterTests.Network;

namespace TtsConsumers.Tests.ClusterTests.Brokers;

/// <summary>Three RabbitMQ nodes in network namespaces of their own, clustered as an operator would: by a list of peers, a minority pauses.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    /// <summary>Nodes, and so members of each queue.</summary>
    public const int Size = 3;

    private static readonly TimeSpan JoinPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly ClusterNetwork network;
    private readonly string folder;
    private readonly List<BrokerNode> nodes = [];

    private Cluster(ClusterNetwork network, string folder)
    {
        this.network = network;
        this.folder = folder;
    }

    /// <summary>Node 1 first.</summary>
    public IReadOnlyList<BrokerNode> Nodes => nodes;

    /// <summary>Starts the nodes and waits until they are one cluster.</summary>
    public static async Task<Cluster> StartAsync(CancellationToken cancellation)
    {
        var network = await ClusterNetwork.BuildAsync(Size);
        var cluster = new Cluster(network, Directory.CreateTempSubdirectory("tts-cluster-").FullName);
        try
        {
            var secrets = ClusterSecrets.Make();
            for (var number = 1; number <= Size; number++)
                cluster.nodes.Add(cluster.Settle(number, secrets));
            // All at once: from 3.13 on a node waits for the peers it was told of, ten rounds of 20 s.
            await Task.WhenAll(cluster.nodes.Select(node => node.StartAsync(cancellation)));
            await cluster.UntilWholeAsync(cancellation);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>The management API of the first node; the caller disposes it.</summary>
    public ManagementApi OpenAdmin() => new(nodes[0].Management);

    /// <summary>Waits until every node runs and sees every other.</summary>
    public async Task UntilWholeAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(JoinPatience);
        foreach (var node in nodes)
        {
            using var admin = new ManagementApi(node.Management);
            while (!IsWhole(await admin.GetAsync("nodes", patience.Token)))
                await Task.Delay(Look, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await network.DisposeAsync();
        foreach (var node in nodes)
            node.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private BrokerNode Settle(int number, ClusterSecrets secrets)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, $"node-{number}")).FullName;
        var node = new BrokerNode(number, network.Nodes[number - 1], own, secrets);
        node.Configure(Size);
        return node;
    }

    private static bool IsWhole(JsonElement seen) => seen.GetArrayLength() == Size && seen.EnumerateArray().All(IsThere);

    /// <summary>A node that was only just heard of has no list of partitions yet.</summary>
    private static bool IsThere(JsonElement node) =>
        node.GetProperty("running").GetBoolean() && node.TryGetProperty("partitions", out var partitions) && partitions.GetArrayLength() == 0;
}
