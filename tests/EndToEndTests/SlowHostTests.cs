using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;
using TtsConsumers.Tests.Kit.Network;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Hosts without a processor to run on, and one that is slower than the others (reliability.md, C5, C6).</summary>
public sealed class SlowHostTests(BrokerFixture broker)
{
    private const string Reply = Queues.ReplyPrefix + Ledger.Suffix;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StarvedToATenth_EveryJobIsDoneOnceAndNobodyReconnects()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var consumer = new Uri(scene.Vhost.Uris.Consumer);
        await using var proxy = new FaultProxy(consumer.Port);
        var host = await scene.HostAsync(Cancellation, ("TTS_BROKER", new UriBuilder(consumer) { Port = proxy.Port }.Uri.AbsoluteUri));
        await using var ledger = await Ledger.OpenAsync(scene);
        await ledger.PublishManyAsync("before", 2);

        await using (new Starvation(host.Id, 0.1))
        {
            await ledger.PublishManyAsync("starved", 40);
            (await host.AskAsync("/health/live", Cancellation)).ShouldBe(200);
            await host.UntilAsync(async () => await ledger.CountAsync(Reply) >= 42, "through with all of it", Cancellation);
        }

        (await ledger.CloseAsync(faults: 0)).ShouldBe(0);
        proxy.Accepted.ShouldBe(2, "one connection to consume and one to publish");
    }

    [Fact]
    public async Task OneOfThreeIsSlow_ItKeepsWhatItHasInHandAndTheOthersSpeakAllTheRest()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        await using var ledger = await Ledger.OpenAsync(scene);
        var slow = await scene.HostAsync(
            Cancellation, ("TTS_STOP_AT", "MidSynthesis"), ("TTS_STOP_ID", "slow"), ("TTS_STOP_SIGNAL", $"{Signal.Stop}"), ("TTS_HEARTBEAT_SECONDS", "60"));
        await ledger.PublishAsync(new SpeechJob { Id = "slow", Text = "这一句要等很久。" });
        await slow.UntilAsync(() => Task.FromResult(ProcessLook.At(slow.Id).State == 'T'), "at a stand", Cancellation);
        HostProcess[] others = [await scene.HostAsync(Cancellation), await scene.HostAsync(Cancellation)];

        // Its other lane may have one more.
        await ledger.PublishManyAsync("first", 100);
        await others[0].UntilAsync(async () => await ledger.CountAsync(Reply) >= 99, "through with all but what the slow one has", Cancellation);
        (await ledger.CountAsync(Queues.Jobs)).ShouldBe(0u, "none waits for the slow one");
        Signal.Send(slow.Id, Signal.Continue);
        await slow.UntilStatsAsync(stats => stats.GetProperty("in_hand").GetInt32() == 0, "through with what it had", Cancellation);
        var before = await DoneAsync(slow);
        await using (new Starvation(slow.Id, 0.05))
        {
            await ledger.PublishManyAsync("second", 100);
            await others[0].UntilAsync(async () => await ledger.CountAsync(Reply) >= 201, "through with the second hundred", Cancellation);
        }

        (await DoneAsync(slow) - before).ShouldBeLessThan(33, "who is slow gets less than a third");
        (await ledger.CloseAsync(faults: 0)).ShouldBe(0);
    }

    private static async Task<long> DoneAsync(HostProcess host) => (await host.StatsAsync(Cancellation))!.Value.GetProperty("done").GetInt64();
}
