using System.Diagnostics;
using System.Text.Json;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;
using TtsConsumers.Tests.Kit.Network;
using TtsConsumers.Tests.Kit.Storage;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>
/// Six hosts without their store, or without the results exchange; for ten minutes in the long run (reliability.md, S2; P6): they hold what they have and
/// take nothing more, nothing moves to the dead letters, no delivery is counted again, and readiness and log say why.
/// </summary>
public sealed class LongOutageTests(BrokerFixture broker)
{
    private const int Hosts = 6;
    private const int Lanes = 2;
    private const int Jobs = 60;
    private const int Looks = 60;

    private static readonly TimeSpan Outage = Lasting.Seconds(6, 600);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StoreOut_SixHosts_HoldWhatTheyHaveAndNothingMoves()
    {
        Assert.SkipUnless(BucketServer.Missing is null, BucketServer.Missing ?? "");
        await using var scene = await FarmScene.SetAsync(broker);
        await using var bucket = await BucketServer.StartAsync(Path.Combine(scene.Folder, "bucket"));
        await using var proxy = new FaultProxy(bucket.Port);
        await using var ledger = await Ledger.OpenAsync(scene, store: bucket.Options);
        var hosts = await StartAsync(scene, bucket.SettingsAt(proxy.Port));

        proxy.TakeDown();
        await HoldAsync(ledger, hosts, "the audio store", () => proxy.Accepted);
        proxy.Heal();

        await CloseAsync(scene, ledger, hosts);
    }

    [Fact]
    public async Task ResultsOut_SixHosts_HoldWhatTheyHaveAndNothingMoves()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var ledger = await Ledger.OpenAsync(scene);
        var hosts = await StartAsync(scene);

        await scene.DeleteExchangesAsync(Exchanges.Results, Exchanges.Unrouted);
        await HoldAsync(ledger, hosts, Exchanges.Results, () => 0);
        // While there is nothing that takes what nobody is bound for, no result gets past the ledger.
        await DeclareResultsAsync(scene);
        await Ledger.ListenAsync(scene);
        await scene.Vhost.ProvisionAsync(Cancellation);

        await CloseAsync(scene, ledger, hosts);
    }

    private static async Task DeclareResultsAsync(FarmScene scene)
    {
        await using var connection = await FarmVhost.ConnectAsync(scene.Vhost.AdminUri, Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        await channel.ExchangeDeclareAsync(
            Exchanges.Results, ExchangeType.Topic, durable: true, autoDelete: false, new Dictionary<string, object?> { ["alternate-exchange"] = Exchanges.Unrouted },
            cancellationToken: Cancellation);
    }

    private static async Task<HostProcess[]> StartAsync(FarmScene scene, params (string Name, string Value)[] settings)
    {
        HostProcess[] hosts = [.. Enumerable.Range(0, Hosts).Select(_ => scene.StartHost(settings))];
        foreach (var host in hosts)
            await host.ReadyAsync(Cancellation);
        return hosts;
    }

    private static async Task HoldAsync(Ledger ledger, HostProcess[] hosts, string dependency, Func<int> asked)
    {
        await ledger.PublishManyAsync("held", Jobs);
        foreach (var host in hosts)
            await host.UntilStatsAsync(AllLanesHold, "holding", Cancellation);
        await WaitAsync(ledger, asked);
        (await ledger.CountAsync(Queues.Jobs)).ShouldBe((uint)(Jobs - (Hosts * Lanes)), "a held lane takes nothing");
        foreach (var host in hosts)
        {
            var (status, said) = await host.ReadAsync("/health/ready", Cancellation);
            status.ShouldBe(503, said);
            said.ShouldStartWith($"not ready: every lane holds a job: {dependency} is out");
            var lines = (await File.ReadAllLinesAsync(host.LogFile, Cancellation)).Where(line => line.Contains($"is held: {dependency} is out")).ToList();
            lines.Count.ShouldBe(Lanes, $"one line for each job:\n{string.Join('\n', lines)}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine((await hosts[0].ReadAsync("/health/ready", Cancellation)).Said);
    }

    private static bool AllLanesHold(JsonElement stats) =>
        stats.GetProperty("lanes").EnumerateArray().All(lane => lane.GetProperty("state").GetString() == "holding");

    /// <summary>Looks again and again whether anything has moved to the dead letters, and tells how often what is out was asked.</summary>
    private static async Task WaitAsync(Ledger ledger, Func<int> asked)
    {
        var (started, told, before) = (Stopwatch.GetTimestamp(), TimeSpan.Zero, asked());
        while (Stopwatch.GetElapsedTime(started) is var elapsed && elapsed < Outage)
        {
            (await ledger.CountAsync(Queues.Dead)).ShouldBe(0u);
            (await ledger.CountAsync(Queues.DeadNotices)).ShouldBe(0u);
            await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
            if (elapsed - told < Minute)
                continue;
            TestContext.Current.TestOutputHelper?.WriteLine($"{elapsed.TotalSeconds:0} s: {asked() - before} new connections since, of {Hosts * Lanes} lanes");
            (told, before) = (elapsed, asked());
        }
    }

    private static async Task CloseAsync(FarmScene scene, Ledger ledger, HostProcess[] hosts)
    {
        await scene.AllLanesConsumeAsync(Stopwatch.GetTimestamp(), Recovery.OfABroker, hosts);
        (await ledger.CloseAsync(faults: 0)).ShouldBe(0);
        (await RedeliveriesAsync(scene)).ShouldBe(0, "the growth of all delivery counts together");
    }

    /// <summary>The broker counts them up every few seconds only.</summary>
    private static async Task<int> RedeliveriesAsync(FarmScene scene)
    {
        for (var look = 0; look < Looks; look++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
            var queue = await scene.Vhost.Admin.GetAsync(ManagementApi.PathOf("queues", scene.Vhost.Name, Queues.Jobs), Cancellation);
            if (queue.TryGetProperty("message_stats", out var stats) && stats.TryGetProperty("ack", out var acked) && acked.GetInt32() >= Jobs)
                return stats.TryGetProperty("redeliver", out var again) ? again.GetInt32() : 0;
        }
        throw new TimeoutException($"the broker has not counted {Jobs} acks within {Looks} s");
    }
}
