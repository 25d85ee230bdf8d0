using System.Text.Json;
using TtsConsumers.Bench.Toys;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;

namespace TtsConsumers.Bench.Farm;

/// <summary>A whole farm for one figure: a vhost, a store, hosts in processes of their own, one client.</summary>
internal sealed class BenchFarm : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly FarmVhost vhost;
    private readonly string folder;
    private readonly List<HostProcess> hosts = [];
    private int sent;

    private BenchFarm(FarmVhost vhost, string folder, SpeechClient client) => (this.vhost, this.folder, Client) = (vhost, folder, client);

    public SpeechClient Client { get; }

    public IReadOnlyList<HostProcess> Hosts => hosts;

    public string Producer => vhost.Uris.Producer;

    public static async Task<BenchFarm> SetAsync(BrokerFixture broker, string folder)
    {
        var vhost = new FarmVhost(broker);
        await vhost.InitializeAsync();
        Directory.CreateDirectory(Path.Combine(folder, "store"));
        return new BenchFarm(vhost, folder, await SpeechClient.ConnectAsync(new SpeechClientOptions { Broker = vhost.Uris.Producer, MaxInFlight = 10_000 }));
    }

    /// <summary>Starts a host that serves its samples; it is ready when it is awaited.</summary>
    public async Task<HostProcess> HostAsync(ToyOptions toys, CancellationToken cancellation, params (string Name, string Value)[] settings)
    {
        var host = Start(toys, settings);
        await host.ReadyAsync(cancellation);
        return host;
    }

    /// <summary>Starts a host that serves its samples.</summary>
    public HostProcess Start(ToyOptions toys, params (string Name, string Value)[] settings) =>
        Add(Settings([.. toys.ToEnvironment(), .. settings]), Path.Combine(AppContext.BaseDirectory, "TtsConsumers.Bench.dll"), BenchHost.Verb);

    /// <summary>Starts a host as it is shipped.</summary>
    public HostProcess StartShipped(params (string Name, string Value)[] settings) => Add(Settings(settings));

    /// <summary>A job that only the farm's own work is in.</summary>
    public SpeechJob Job(string text) => new() { Id = $"bench-{Interlocked.Increment(ref sent)}", Text = text };

    /// <summary>Publishes jobs whose results nobody waits for.</summary>
    public async Task PublishAsync(IEnumerable<string> texts, CancellationToken cancellation) =>
        await Task.WhenAll(texts.Select(text => Client.PublishAsync(Job(text), cancellation)));

    /// <summary>Speaks texts, all of them in flight, and waits for the last result.</summary>
    /// <returns>Seconds of audio.</returns>
    /// <exception cref="BenchException">One was not spoken.</exception>
    public async Task<double> SpeakAsync(IEnumerable<string> texts, CancellationToken cancellation)
    {
        var results = await Task.WhenAll(texts.Select(text => Client.SpeakAsync(Job(text), cancellation)));
        if (results.FirstOrDefault(result => result.Status != ResultStatus.Done) is { } failed)
            throw new BenchException($"a job was not spoken: {failed.Error?.Code} {failed.Error?.Message}");
        return results.Sum(result => result.Audio!.DurationMs / 1000.0);
    }

    /// <summary>How a host is, once it has done so many jobs.</summary>
    public static async Task<HostSample> SampleAsync(HostProcess host, long done, CancellationToken cancellation)
    {
        while (true)
        {
            var sample = await SampleAsync(host, cancellation);
            if (sample.Done >= done)
                return sample;
            await Task.Delay(Look, cancellation);
        }
    }

    public static async Task<HostSample> SampleAsync(HostProcess host, CancellationToken cancellation) =>
        (await host.GetAsync(BenchHost.Path, cancellation))?.Deserialize<HostSample>(JsonSerializerOptions.Web)
            ?? throw new BenchException($"a host does not answer; its log: {await File.ReadAllTextAsync(host.LogFile, cancellation)}");

    /// <summary>Throws away what waits in the jobs' queue.</summary>
    public Task PurgeAsync(CancellationToken cancellation) =>
        vhost.Admin.DeleteAsync(ManagementApi.PathOf("queues", vhost.Name, Queues.Jobs, "contents"), cancellation);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        foreach (var host in hosts)
            await host.DisposeAsync();
        try
        {
            await vhost.DisposeAsync();
        }
        catch (ManagementApiException)
        {
            // The broker is gone, and the vhost with it.
        }
    }

    private HostProcess Add(Dictionary<string, string> settings, params string[] command)
    {
        var host = HostProcess.Start(Path.Combine(folder, settings["TTS_HOST_NAME"]), settings, command);
        hosts.Add(host);
        return host;
    }

    private Dictionary<string, string> Settings(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["TTS_BROKER"] = vhost.Uris.Consumer,
            ["TTS_STORE"] = new Uri(Path.Combine(folder, "store")).AbsoluteUri,
            ["TTS_HOST_NAME"] = $"host-{hosts.Count + 1}",
        };
        foreach (var (name, value) in settings)
            all[name] = value;
        return all;
    }
}
