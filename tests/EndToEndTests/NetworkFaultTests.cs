using System.Diagnostics;
using Shouldly;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Networks that are silent one way, break between two steps, are slow, or come and go (reliability.md, N2, N3, N4, N5).</summary>
public sealed class NetworkFaultTests(BrokerFixture broker)
{
    private const int Lanes = 2;
    private const int Flaps = 12;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Connections that are there go dead, new ones pass: nobody but the host can end this, and nobody tells it.</summary>
    [Theory]
    [InlineData(Ways.ToClient)]
    [InlineData(Ways.ToTarget)]
    [InlineData(Ways.Both)]
    public async Task SilentOneWay_InTheMiddleOfWork_AllLanesConsumeAgainAndNothingIsLost(Ways ways)
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var proxy = new FaultProxy(new Uri(scene.Vhost.Uris.Consumer).Port);
        var host = await scene.HostAsync(Cancellation, Through(proxy, scene), ("TTS_HEARTBEAT_SECONDS", $"{Lasting.Times(2, 5)}"), ("TTS_PUBLISH_SECONDS", "3"));
        await using var ledger = await Ledger.OpenAsync(scene);
        var publishing = ledger.PublishManyAsync("before", 150);
        await host.UntilStatsAsync(stats => stats.GetProperty("done").GetInt64() > 30, "in the middle", Cancellation);

        proxy.ForgetLinks(ways);
        var silence = Stopwatch.GetTimestamp();
        await publishing;
        await host.UntilStatsAsync(stats => stats.GetProperty("done").GetInt64() >= 150, "done with all of it", Cancellation);
        await scene.AllLanesConsumeAsync(silence, Recovery.OfASilentFault, host);

        await ledger.CloseAsync(faults: Lanes);
    }

    /// <summary>The host stands still between two steps while its connections are lost, and then goes on: the result is out, and it can't say so.</summary>
    [Theory]
    [InlineData(Stage.ResultPublished, true)]
    [InlineData(Stage.BeforeAck, false)]
    public async Task Reset_BetweenPublishAndConfirmOrConfirmAndAck_TheJobIsAnsweredAgainFromTheStore(Stage stage, bool confirmIsLost)
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var proxy = new FaultProxy(new Uri(scene.Vhost.Uris.Consumer).Port);
        await using var ledger = await Ledger.OpenAsync(scene);
        var host = await scene.HostAsync(
            Cancellation, Through(proxy, scene), ("TTS_STOP_AT", $"{stage}"), ("TTS_STOP_ID", "victim"), ("TTS_STOP_SIGNAL", $"{Signal.Stop}"));
        // The connection that publishes is opened for the first result.
        await ledger.PublishManyAsync("before", 1);
        await host.UntilStatsAsync(stats => stats.GetProperty("done").GetInt64() == 1, "done with the first", Cancellation);
        await ledger.PublishAsync(new SpeechJob { Id = "victim", Text = "话已经说出去了。" });
        await host.UntilAsync(() => Task.FromResult(IsStopped(host)), "at its stage", Cancellation);

        if (confirmIsLost)
        {
            proxy.ForgetLinks(Ways.ToClient);
            Signal.Send(host.Id, Signal.Continue);
            await host.UntilAsync(async () => await ledger.CountAsync(Queues.ReplyPrefix + Ledger.Suffix) == 2, "heard, all but its confirm", Cancellation);
        }
        proxy.Reset();
        using var over = new CancellationTokenSource();
        var waking = WakeAsync(host, over.Token);
        var repeats = await ledger.CloseAsync(faults: 1);
        await over.CancelAsync();
        await waking;

        repeats.ShouldBeGreaterThan(0, "the victim is told twice");
        Directory.GetFiles(scene.Store, "*.wav", SearchOption.AllDirectories).Length.ShouldBe(22, "and spoken once, like all others");
    }

    [Fact]
    public async Task SlowAndNarrow_FromTheBeginning_EveryJobIsDoneAndNobodyReconnects()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var port = new Uri(scene.Vhost.Uris.Consumer).Port;
        await using var proxy = new FaultProxy(port) { Latency = TimeSpan.FromMilliseconds(30), Bandwidth = 32 * 1024 };
        await using var sender = new FaultProxy(port) { Latency = TimeSpan.FromMilliseconds(30), Bandwidth = 32 * 1024 };
        await scene.HostAsync(Cancellation, Through(proxy, scene));
        await using var ledger = await Ledger.OpenAsync(scene, producer: new UriBuilder(scene.Vhost.Uris.Producer) { Port = sender.Port }.Uri.AbsoluteUri);

        await ledger.PublishManyAsync("far", 20);

        (await ledger.CloseAsync(faults: 0)).ShouldBe(0);
        ledger.Repeated.ShouldBe(0);
        proxy.Accepted.ShouldBe(2, "one connection to consume and one to publish");
        sender.Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task Flapping_ComesAndGoes_AllLanesConsumeAgainWithoutAStorm()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var proxy = new FaultProxy(new Uri(scene.Vhost.Uris.Consumer).Port);
        var host = await scene.HostAsync(Cancellation, Through(proxy, scene), ("TTS_PUBLISH_SECONDS", "3"));
        await using var ledger = await Ledger.OpenAsync(scene);
        var publishing = ledger.PublishManyAsync("flap", 200);
        var accepted = proxy.Accepted;

        for (var flap = 0; flap < Flaps; flap++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), Cancellation);
            proxy.TakeDown();
            await Task.Delay(TimeSpan.FromMilliseconds(250), Cancellation);
            proxy.Heal();
        }
        await scene.AllLanesConsumeAsync(Stopwatch.GetTimestamp(), Recovery.OfABroker, host);
        await publishing;

        TestContext.Current.TestOutputHelper?.WriteLine($"{proxy.Accepted - accepted} connections in {Flaps} flaps");
        // Two connections, each tried a few times a flap: after 0.1, 0.2, 0.4 s and so on.
        (proxy.Accepted - accepted).ShouldBeLessThanOrEqualTo(Flaps * 2 * 3, "reconnects");
        await ledger.CloseAsync(faults: Flaps * Lanes);
    }

    /// <summary>The host stops at its stage each time that the victim gets there.</summary>
    private static async Task WakeAsync(HostProcess host, CancellationToken over)
    {
        while (!over.IsCancellationRequested && !host.HasExited)
        {
            if (IsStopped(host))
                Signal.Send(host.Id, Signal.Continue);
            await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        }
    }

    private static bool IsStopped(HostProcess host) => Directory.Exists($"/proc/{host.Id}") && ProcessLook.At(host.Id).State == 'T';

    private static (string Name, string Value) Through(FaultProxy proxy, FarmScene scene) =>
        ("TTS_BROKER", new UriBuilder(scene.Vhost.Uris.Consumer) { Port = proxy.Port }.Uri.AbsoluteUri);
}
