using RabbitMQ.Client;
using TtsConsumers.Shared.Topology.Definitions;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.Kit;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Network;
using TtsConsumers.Tests.SpeechTests.Voices;
using TtsConsumers.Tests.Storm.Plan;

namespace TtsConsumers.Tests.Storm.Farm;

/// <summary>
/// A farm that may be broken: a broker of its own with waits divided by 50, a store behind a front, hosts behind a proxy each, and a proxy for the sender.
/// All of it is private and goes at the end.
/// </summary>
public sealed class StormFarm : IAsyncDisposable
{
    /// <summary>Lanes of each host.</summary>
    public const int LanesOfAHost = 2;

    private readonly List<IAsyncDisposable> parts = [];
    private bool keepsLogs;

    private StormFarm(string folder) => Folder = folder;

    /// <summary>Logs and everything else.</summary>
    public string Folder { get; }

    /// <summary>The broker.</summary>
    public FarmBroker Broker { get; private set; } = null!;

    /// <summary>Its management API.</summary>
    public ManagementApi Admin { get; private set; } = null!;

    /// <summary>Where the four users connect, past every proxy.</summary>
    public FarmUris Uris { get; private set; } = null!;

    /// <summary>The store.</summary>
    public StormStore Store { get; private set; } = null!;

    /// <summary>Between the sender and the broker.</summary>
    public FaultProxy SenderProxy { get; private set; } = null!;

    /// <summary>The hosts.</summary>
    public IReadOnlyList<HostSlot> Hosts { get; private set; } = [];

    /// <summary>The voice's file hash, part of every audio's key.</summary>
    public string ModelSha256 { get; private set; } = "";

    private string Models => Path.Combine(Folder, "models");

    /// <summary>Starts one.</summary>
    /// <param name="options">How many hosts, and the seed of what is left to chance.</param>
    /// <exception cref="StormException">Something needed is missing.</exception>
    public static async Task<StormFarm> StartAsync(StormOptions options)
    {
        var farm = new StormFarm(Directory.CreateTempSubdirectory("tts-storm-").FullName);
        try
        {
            await farm.StartBrokerAsync();
            await farm.StartStoreAsync(options.Seed);
            farm.MakeVoice();
            farm.StartHosts(options);
            return farm;
        }
        catch
        {
            await farm.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection as the administrator; the caller disposes it.</summary>
    public Task<IConnection> ConnectAsync(CancellationToken cancellation) =>
        FarmVhost.ConnectAsync(new UriBuilder(Broker.Amqp) { Path = BrokerDefinitions.Shipped.Vhost() }.Uri.AbsoluteUri, cancellation);

    /// <summary>An address of the broker that leads through a proxy.</summary>
    public static string Through(FaultProxy proxy, string uri) => new UriBuilder(uri) { Port = proxy.Port }.Uri.AbsoluteUri;

    /// <summary>Ends every fault of network and store.</summary>
    public void Heal()
    {
        Store.Front.Heal();
        foreach (var proxy in Hosts.Select(host => host.Proxy).Append(SenderProxy))
            proxy.Heal();
    }

    /// <summary>Keeps the logs when the farm goes.</summary>
    /// <returns>Where they are.</returns>
    public string KeepLogs()
    {
        keepsLogs = true;
        if (Broker.LogFile is { } log && File.Exists(log))
            File.Copy(log, Path.Combine(Folder, "broker.log"), overwrite: true);
        return Folder;
    }

    public async ValueTask DisposeAsync()
    {
        Admin?.Dispose();
        await EndAsync(parts.Count);
        if (!keepsLogs)
            Directory.Delete(Folder, recursive: true);
        else if (Directory.Exists(Path.Combine(Folder, "store")))
            Directory.Delete(Path.Combine(Folder, "store"), recursive: true);
    }

    /// <summary>The last first; each of them, whatever becomes of another.</summary>
    private async Task EndAsync(int count)
    {
        if (count == 0)
            return;
        try
        {
            await parts[count - 1].DisposeAsync();
        }
        finally
        {
            await EndAsync(count - 1);
        }
    }

    private async Task StartBrokerAsync()
    {
        Broker = Own(await FarmBroker.StartAsync());
        Admin = new ManagementApi(Broker.Management);
        Uris = await new BrokerProvisioner(Admin, [Broker.Amqp]).ProvisionAsync(
            BrokerDefinitions.Shipped.WithTimeScale(FarmVhost.TimeScale), FarmUsers.Generate(), CancellationToken.None);
        SenderProxy = Own(new FaultProxy(Broker.Amqp.Port));
    }

    private async Task StartStoreAsync(int seed) => Store = Own(await StormStore.StartAsync(Path.Combine(Folder, "store"), new Random(seed)));

    /// <summary>The toy voice with its faults, beside the front end's models.</summary>
    private void MakeVoice()
    {
        var models = Path.Combine(Clone.Root, "models");
        Directory.CreateDirectory(Models);
        FaultyVoice.Make(Models, Path.Combine(models, "tone"));
        foreach (var part in (string[])["polyphone", "g2p-en"])
            Directory.CreateSymbolicLink(Path.Combine(Models, part), Path.Combine(models, part));
        ModelSha256 = Speech.Voices.ModelFolder.Open(Models, FaultyVoice.Name).Manifest.Sha256;
    }

    private void StartHosts(StormOptions options) => Hosts = [.. Enumerable.Range(1, options.Hosts).Select(number =>
    {
        var proxy = Own(new FaultProxy(Broker.Amqp.Port));
        return Own(new HostSlot($"host-{number}", proxy, Path.Combine(Folder, "hosts"), new Dictionary<string, string>(Store.Settings)
        {
            ["TTS_BROKER"] = Through(proxy, Uris.Consumer),
            ["TTS_MODELS"] = Models,
            ["TTS_MODEL"] = FaultyVoice.Name,
            ["TTS_LANES"] = $"{LanesOfAHost}",
            // A hang of the default minute would be most of a storm.
            ["TTS_MODEL_SECONDS"] = "3",
            ["TTS_MODEL_FACTOR"] = "1",
            ["TTS_STOP_AT"] = FaultPlan.PoisonStage(options.Seed, number),
            ["TTS_STOP_ID"] = Traffic.StormJob.PoisonPrefix,
        }));
    })];

    private T Own<T>(T part)
        where T : IAsyncDisposable
    {
        parts.Add(part);
        return part;
    }
}
