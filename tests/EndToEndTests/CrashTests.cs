using System.Net;
using System.Net.Sockets;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Hosts that die in the middle, or find no broker (reliability.md, B4, C1, N6; P1, P2, P3).</summary>
public sealed class CrashTests(BrokerFixture broker)
{
    private const int AtOnce = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill9_OneOfTwoHostsAmong1000Jobs_AllAreDoneWithTheirOwnSound()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var doomed = await scene.HostAsync(Cancellation);
        await scene.HostAsync(Cancellation);
        await using var results = await scene.ResultsAsync("crash", Cancellation);
        using var sound = new OwnSound();
        var texts = Enumerable.Range(0, 1000).ToDictionary(i => $"job-{i}", Text);
        await using var publisher = await scene.ClientAsync(Cancellation);
        await PublishAsync(scene, texts);

        await doomed.UntilStatsAsync(stats => stats.GetProperty("done").GetInt64() > 100, "in the middle", Cancellation);
        await doomed.KillAsync();
        var (byId, repeats) = await results.CollectAsync(texts.Count, Cancellation);

        repeats.ShouldBeLessThanOrEqualTo(2, "one fault times the two lanes it hit");
        foreach (var (id, text) in texts)
            await sound.CheckAsync(byId[id], text, Cancellation);
        (await scene.LeftoversAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Kill9_AtEachStage_TheJobIsDone()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var ledger = await Ledger.OpenAsync(scene);
        var rounds = Lasting.Times(1, 10);
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var stages in Enum.GetValues<Stage>().Chunk(AtOnce))
                await KillAtAsync(scene, ledger, stages, $"{round}-{stages[0]}");
        }

        await scene.HostAsync(Cancellation);
        await ledger.CloseAsync(faults: rounds * Enum.GetValues<Stage>().Length);
    }

    [Fact]
    public async Task Start_WithoutABroker_WaitsAndThenWorks()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var port = ClosedPort();
        var host = scene.StartHost(("TTS_BROKER", new UriBuilder(scene.Vhost.Uris.Consumer) { Port = port }.Uri.AbsoluteUri));
        await host.UntilStatsAsync(stats => stats.GetProperty("state").GetString() == "Connecting", "looking for the broker", Cancellation);
        (await host.AskAsync("/health/live", Cancellation)).ShouldBe(200);
        (await host.AskAsync("/health/ready", Cancellation)).ShouldBe(503);

        await using var proxy = new FaultProxy(new Uri(scene.Vhost.Uris.Consumer).Port, port);
        await host.ReadyAsync(Cancellation);

        (await host.TerminateAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task Start_FirstOfTwoEndpointsDead_TakesTheSecond()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var dead = new UriBuilder(scene.Vhost.Uris.Consumer) { Port = ClosedPort() }.Uri.AbsoluteUri;

        await scene.HostAsync(Cancellation, ("TTS_BROKER", $"{dead},{scene.Vhost.Uris.Consumer}"));
    }

    /// <summary>
    /// Kills some hosts of one lane, each at its stage with a job in hand: there are as many jobs as hosts, and none gets past its host. The next host does
    /// them all.
    /// </summary>
    private static async Task KillAtAsync(FarmScene scene, Ledger ledger, Stage[] stages, string name)
    {
        HostProcess[] doomed = [.. stages.Select(stage => scene.StartHost(("TTS_STOP_AT", $"{stage}"), ("TTS_LANES", "1")))];
        foreach (var host in doomed)
            await host.ReadyAsync(Cancellation);
        await ledger.PublishManyAsync($"victim-{name}", stages.Length);
        foreach (var (stage, host) in stages.Zip(doomed))
            (await host.ExitAsync(Cancellation)).ShouldBe(137, $"{stage}");
        var stored = Stored(scene);

        var next = await scene.HostAsync(Cancellation);
        // One more where the last host's ack went down with it: an ack is only on its way when the host goes on.
        var left = stages.Count(stage => stage < Stage.AfterAck);
        await next.UntilStatsAsync(stats => stats.GetProperty("done").GetInt64() >= left, $"done with {left} of {name}", Cancellation);
        await next.UntilAsync(async () => await ledger.CountAsync(Queues.Jobs) == 0, $"through with {name}", Cancellation);
        stored.ShouldBeSubsetOf(Stored(scene), "what has its sidecar is answered from the store, not spoken again");
        (await next.TerminateAsync(Cancellation)).ShouldBe(0);
    }

    /// <summary>Every audio that has its sidecar, and when it was put.</summary>
    private static List<(string File, DateTime At)> Stored(FarmScene scene) =>
        [.. Directory.GetFiles(scene.Store, "*.wav", SearchOption.AllDirectories)
            .Where(file => File.Exists(Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileName(file).Split('.')[0] + ".json")))
            .Select(file => (file, File.GetLastWriteTimeUtc(file)))];

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int i) => $"第{i}个片段，讲的是一件不同的小事，编号{i * 37 % 1000}。";

    private static async Task PublishAsync(FarmScene scene, IReadOnlyDictionary<string, string> texts, string suffix = "crash")
    {
        await using var connection = await FarmVhost.ConnectAsync(scene.Vhost.Uris.Producer, Cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancellation);
        foreach (var (id, text) in texts)
        {
            var body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new SpeechJob { Id = id, Text = text }, ContractJson.Job);
            await channel.BasicPublishAsync(
                Exchanges.Jobs, RoutingKeys.Speak, true, new BasicProperties { Persistent = true, MessageId = id, ReplyTo = suffix }, body, Cancellation);
        }
    }
}
