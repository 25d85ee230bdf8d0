using System.Net;
using System.Net.Sockets;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Hosts that die or are told to stop in the middle (reliability.md, C1, C2; P1, P2, P3, P5).</summary>
public sealed class CrashTests(BrokerFixture broker)
{
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

    [Theory]
    [InlineData("Received")]
    [InlineData("Validated")]
    [InlineData("ModelTaken")]
    [InlineData("MidSynthesis")]
    [InlineData("Spoken")]
    [InlineData("Encoded")]
    [InlineData("AudioPut")]
    [InlineData("SidecarPut")]
    [InlineData("ResultPublished")]
    [InlineData("ResultConfirmed")]
    [InlineData("BeforeAck")]
    [InlineData("AfterAck")]
    public async Task Kill9_AtEachStage_TheJobIsDone(string stage)
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var results = await scene.ResultsAsync("stage", Cancellation);
        var doomed = await scene.HostAsync(Cancellation, ("TTS_STOP_AT", stage), ("TTS_STOP_ID", "victim"));
        await PublishAsync(scene, new Dictionary<string, string> { ["victim"] = "这一句话会让第一个主机倒下。" }, "stage");

        (await doomed.ExitAsync(Cancellation)).ShouldBe(137);
        await scene.HostAsync(Cancellation);
        var (byId, _) = await results.CollectAsync(1, Cancellation);

        byId["victim"].Status.ShouldBe(ResultStatus.Done);
        (await scene.LeftoversAsync(Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Received")]
    [InlineData("MidSynthesis")]
    [InlineData("AudioPut")]
    [InlineData("ResultPublished")]
    [InlineData("BeforeAck")]
    public async Task Sigterm_AtAStage_FinishesTheJobAndExits0(string stage)
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var results = await scene.ResultsAsync("term", Cancellation);
        var host = await scene.HostAsync(Cancellation, ("TTS_STOP_AT", stage), ("TTS_STOP_SIGNAL", "15"));
        await PublishAsync(scene, new Dictionary<string, string> { ["last"] = "停机之前说完这一句。" }, "term");

        (await host.ExitAsync(Cancellation)).ShouldBe(0);
        var (byId, repeats) = await results.CollectAsync(1, Cancellation);

        byId["last"].Status.ShouldBe(ResultStatus.Done);
        byId["last"].Attempt.ShouldBe(1);
        repeats.ShouldBe(0);
        (await scene.LeftoversAsync(Cancellation)).ShouldBeEmpty();
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
