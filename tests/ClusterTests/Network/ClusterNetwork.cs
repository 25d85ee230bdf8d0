using System.Globalization;

namespace TtsConsumers.Tests.ClusterTests.Network;

/// <summary>
/// Nodes in network namespaces of their own, each with a cable to two bridges in this process's own namespace: one among the nodes, one to their clients.
/// Any cable can be pulled.
/// </summary>
internal sealed class ClusterNetwork : IAsyncDisposable
{
    private const string ClientsOwnHost = "254";

    private readonly List<NetworkNamespace> nodes = [];

    /// <summary>The nodes' namespaces; node 1 first.</summary>
    public IReadOnlyList<NetworkNamespace> Nodes => nodes;

    /// <summary>A node's address on one side.</summary>
    /// <param name="node">From 1.</param>
    /// <param name="side">Which network.</param>
    public static string Address(int node, Side side) => Address(node.ToString(CultureInfo.InvariantCulture), side);

    /// <summary>Builds it, with every cable in its place.</summary>
    public static async Task<ClusterNetwork> BuildAsync(int count)
    {
        var network = new ClusterNetwork();
        try
        {
            await Tool.RunAsync("ip", "link", "set", "lo", "up");
            foreach (var side in Enum.GetValues<Side>())
                await BridgeAsync(side);
            await Tool.RunAsync("ip", "address", "add", Address(ClientsOwnHost, Side.Clients) + "/24", "dev", Name(Side.Clients));
            for (var node = 1; node <= count; node++)
                await network.AddAsync(node);
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    /// <summary>Pulls a cable: bytes are swallowed up both ways, silently.</summary>
    public static Task CutAsync(int node, Side side) => Tool.RunAsync("ip", "link", "set", Cable(node, side), "down");

    /// <summary>Puts it back.</summary>
    public static Task MendAsync(int node, Side side) => Tool.RunAsync("ip", "link", "set", Cable(node, side), "up");

    /// <summary>Ends whatever runs on the nodes; the bridges go with this process.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        foreach (var side in Enum.GetValues<Side>())
            await Tool.RunAsync("ip", "link", "delete", Name(side));
    }

    private static async Task BridgeAsync(Side side)
    {
        await Tool.RunAsync("ip", "link", "add", Name(side), "type", "bridge");
        await Tool.RunAsync("ip", "link", "set", Name(side), "up");
    }

    private async Task AddAsync(int node)
    {
        var inside = await NetworkNamespace.MakeAsync();
        nodes.Add(inside);
        foreach (var side in Enum.GetValues<Side>())
        {
            await Tool.RunAsync("ip", "link", "add", Cable(node, side), "type", "veth", "peer", "name", Name(side), "netns", inside.Holder);
            await Tool.RunAsync("ip", "link", "set", Cable(node, side), "master", Name(side), "up");
            await inside.RunAsync("ip", "address", "add", Address(node, side) + "/24", "dev", Name(side));
            await inside.RunAsync("ip", "link", "set", Name(side), "up");
        }
    }

    private static string Address(string host, Side side) => $"10.77.{(int)side}.{host}";

    private static string Name(Side side) => side == Side.Peers ? "peers" : "clients";

    private static string Cable(int node, Side side) => $"{Name(side)}{node}";
}
