using System.Security.Cryptography;
using Shouldly;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Shared.Topology.Definitions;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.ClusterTests.Brokers;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;

namespace TtsConsumers.Tests.ClusterTests;

/// <summary>A farm on the cluster for one test: a vhost, its users, a store, and hosts that know every node, each beginning with another.</summary>
internal sealed class ClusterFarm : IAsyncDisposable
{
    /// <summary>Hosts.</summary>
    public const int Hosts = 3;

    /// <summary>Lanes of all hosts together.</summary>
    public const int Lanes = Hosts * LanesEach;

    private const int LanesEach = 2;

    private readonly ManagementApi admin;
    private readonly BrokerProvisioner provisioner;
    private readonly Cluster cluster;
    private readonly string name = $"test-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5))}";
    private readonly string folder = Directory.CreateTempSubdirectory("tts-cluster-farm-").FullName;
    private readonly Dictionary<string, HostProcess> hosts = [];
    private FarmUris uris = null!;

    private ClusterFarm(Cluster cluster)
    {
        this.cluster = cluster;
        admin = cluster.OpenAdmin();
        provisioner = new BrokerProvisioner(admin, [.. cluster.Nodes.Select(node => node.Amqp)]);
        Members = new QueueMembers(cluster, name);
    }

    /// <summary>Its queues' members.</summary>
    public QueueMembers Members { get; }

    /// <summary>The hosts by name.</summary>
    public IReadOnlyDictionary<string, HostProcess> Running => hosts;

    /// <summary>For clients: every node, beginning with one.</summary>
    /// <param name="first">Counted from 0.</param>
    public string Producer(int first) => From(uris.Producer, first);

    /// <summary>Provisions it, and starts its hosts.</summary>
    public static async Task<ClusterFarm> StartAsync(Cluster cluster, CancellationToken cancellation)
    {
        var farm = new ClusterFarm(cluster);
        try
        {
            var definitions = BrokerDefinitions.Shipped.ForVhost(farm.name).WithTimeScale(FarmVhost.TimeScale);
            farm.uris = await farm.provisioner.ProvisionAsync(definitions, FarmUsers.Generate(farm.name), cancellation);
            await farm.Members.UntilAllOnlineAsync(cancellation);
            for (var host = 0; host < Hosts; host++)
                farm.StartHost(host);
            await Task.WhenAll(farm.hosts.Values.Select(host => host.ReadyAsync(cancellation)));
            return farm;
        }
        catch
        {
            await farm.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets every host drain; each must end with 0.</summary>
    /// <returns>What is left in the farm's queues, dead letters too: nothing, unless something was forgotten.</returns>
    public async Task<IReadOnlyDictionary<string, uint>> DrainAsync(CancellationToken cancellation)
    {
        foreach (var (host, process) in hosts)
            (await process.TerminateAsync(cancellation)).ShouldBe(0, host);
        await using var connection = await FarmVhost.ConnectAsync(new UriBuilder(cluster.Nodes[0].Amqp) { Path = name }.Uri.AbsoluteUri, cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        Dictionary<string, uint> left = [];
        foreach (var queue in Queues.All)
        {
            if (await channel.MessageCountAsync(queue, cancellation) is > 0 and var count)
                left[queue] = count;
        }
        return left;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts.Values)
            await host.DisposeAsync();
        await provisioner.RemoveUsersAsync(name, CancellationToken.None);
        await provisioner.RemoveVhostAsync(name, CancellationToken.None);
        admin.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void StartHost(int number)
    {
        var host = $"host-{number + 1}";
        var settings = new Dictionary<string, string>(FarmRun.Mark)
        {
            ["TTS_BROKER"] = From(uris.Consumer, number),
            ["TTS_STORE"] = new Uri(Path.Combine(folder, "store")).AbsoluteUri,
            ["TTS_HOST_NAME"] = host,
            ["TTS_LANES"] = $"{LanesEach}",
        };
        Directory.CreateDirectory(Path.Combine(folder, "store"));
        hosts[host] = HostProcess.Start(Path.Combine(folder, host), settings);
    }

    /// <summary>The same endpoints, beginning with another.</summary>
    private static string From(string endpoints, int first)
    {
        var each = endpoints.Split(',');
        return string.Join(',', each.Skip(first).Concat(each.Take(first)));
    }
}
