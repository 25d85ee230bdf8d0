using System.Collections.Concurrent;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>A whole farm for one test: a vhost of its own on the run's broker, a store of its own, hosts in processes of their own.</summary>
public sealed class FarmScene : IAsyncDisposable
{
    private readonly ConcurrentBag<HostProcess> hosts = [];

    private FarmScene(FarmVhost vhost, string folder)
    {
        Vhost = vhost;
        Folder = folder;
        Store = Path.Combine(folder, "store");
        Directory.CreateDirectory(Store);
    }

    public FarmVhost Vhost { get; }

    public string Folder { get; }

    public string Store { get; }

    public static async Task<FarmScene> SetAsync(BrokerFixture broker)
    {
        var vhost = new FarmVhost(broker);
        await vhost.InitializeAsync();
        return new FarmScene(vhost, Directory.CreateTempSubdirectory("tts-scene-").FullName);
    }

    /// <summary>Starts a host and waits until it is ready.</summary>
    public async Task<HostProcess> HostAsync(CancellationToken cancellation, params (string Name, string Value)[] settings)
    {
        var host = StartHost(settings);
        await host.ReadyAsync(cancellation);
        return host;
    }

    /// <summary>Starts a host.</summary>
    public HostProcess StartHost(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["TTS_BROKER"] = Vhost.Uris.Consumer,
            ["TTS_STORE"] = new Uri(Store).AbsoluteUri,
            ["TTS_HOST_NAME"] = $"host-{hosts.Count + 1}",
        };
        foreach (var (name, value) in settings)
            all[name] = value;
        var host = HostProcess.Start(Path.Combine(Folder, all["TTS_HOST_NAME"]), all);
        hosts.Add(host);
        return host;
    }

    /// <summary>A client of this farm.</summary>
    public Task<SpeechClient> ClientAsync(CancellationToken cancellation) =>
        SpeechClient.ConnectAsync(new SpeechClientOptions { Broker = Vhost.Uris.Producer, ResultWait = TimeSpan.FromMinutes(2) }, cancellation);

    /// <summary>Publishes raw bytes as the producer, as a foreign client might.</summary>
    public async Task PublishRawAsync(ReadOnlyMemory<byte> body, BasicProperties properties, CancellationToken cancellation)
    {
        await using var connection = await FarmVhost.ConnectAsync(Vhost.Uris.Producer, cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellation);
        await channel.BasicPublishAsync(Exchanges.Jobs, RoutingKeys.Speak, mandatory: true, properties, body, cancellation);
    }

    /// <summary>Takes exchanges away, as the administrator.</summary>
    public async Task DeleteExchangesAsync(params string[] exchanges)
    {
        await using var connection = await FarmVhost.ConnectAsync(Vhost.AdminUri, CancellationToken.None);
        await using var channel = await connection.CreateChannelAsync();
        foreach (var exchange in exchanges)
            await channel.ExchangeDeleteAsync(exchange);
    }

    /// <summary>Takes messages from a queue as a user who may, acking them, until there are as many as asked.</summary>
    public static async Task<IReadOnlyList<Delivery>> TakeAsync(string uri, string queue, int count, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        await using var connection = await FarmVhost.ConnectAsync(uri, cancellation);
        await using var subscription = await Subscription.StartAsync(connection, queue, 50, TimeProvider.System, cancellation);
        List<Delivery> taken = [];
        while (taken.Count < count)
        {
            taken.Add(await subscription.Deliveries.ReadAsync(patience.Token));
            await taken[^1].AckAsync();
        }
        return taken;
    }

    /// <summary>Starts to collect the results of a suffix.</summary>
    public Task<Results> ResultsAsync(string suffix, CancellationToken cancellation) => Results.OpenAsync(Vhost.Uris.Producer, suffix, cancellation);

    /// <summary>
    /// Waits until nothing is in hand and nothing waits, a turn of the quarantine included; then lets every host drain and counts again.
    /// </summary>
    /// <returns>What is left in the farm's queues: nothing, unless something was forgotten.</returns>
    public async Task<IReadOnlyDictionary<string, uint>> LeftoversAsync(CancellationToken cancellation)
    {
        await using var connection = await FarmVhost.ConnectAsync(Vhost.AdminUri, cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        foreach (var host in hosts.Where(host => !host.HasExited))
        {
            await host.UntilAsync(async () => await IsIdleAsync(host, cancellation) && (await WaitingAsync(channel, cancellation)).Count == 0, "idle", cancellation);
            (await host.TerminateAsync(cancellation)).ShouldBe(0);
        }
        return await WaitingAsync(channel, cancellation);
    }

    private static async Task<bool> IsIdleAsync(HostProcess host, CancellationToken cancellation) =>
        await host.StatsAsync(cancellation) is { } stats && stats.GetProperty("in_hand").GetInt32() == 0;

    private static async Task<Dictionary<string, uint>> WaitingAsync(IChannel channel, CancellationToken cancellation)
    {
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
        foreach (var host in hosts)
            await host.DisposeAsync();
        await Vhost.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
