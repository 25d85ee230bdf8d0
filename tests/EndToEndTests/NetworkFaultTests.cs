using System.Diagnostics;
using Shouldly;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Networks that are silent one way, slow, or come and go (reliability.md, N2, N4, N5).</summary>
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

    private static (string Name, string Value) Through(FaultProxy proxy, FarmScene scene) =>
        ("TTS_BROKER", new UriBuilder(scene.Vhost.Uris.Consumer) { Port = proxy.Port }.Uri.AbsoluteUri);
}
