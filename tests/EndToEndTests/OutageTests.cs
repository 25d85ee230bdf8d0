using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>An outage holds jobs; it never makes dead letters of them (reliability.md, P6, S2, B12).</summary>
public sealed class OutageTests(BrokerFixture broker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Store_OutWhileSpeaking_TheJobIsHeldAndThenDone()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(Cancellation, ("TTS_LANES", "1"));
        await using var client = await scene.ClientAsync(Cancellation);
        // A file where the folder should be: no put can succeed, whoever runs the tests.
        Directory.Delete(scene.Store, recursive: true);
        await File.WriteAllTextAsync(scene.Store, "in the way", Cancellation);

        var speaking = client.SpeakAsync(new SpeechJob { Id = "held", Text = "等仓库回来再说。" }, Cancellation);
        await host.UntilStatsAsync(stats => stats.GetProperty("lanes")[0].GetProperty("state").GetString() == "holding", "holding", Cancellation);
        File.Delete(scene.Store);
        Directory.CreateDirectory(scene.Store);
        var result = await speaking;

        result.Status.ShouldBe(ResultStatus.Done);
        result.Attempt.ShouldBe(1, "an outage costs no attempt");
    }

    [Fact]
    public async Task Results_ExchangeGone_TheJobIsHeldAndThenAnswered()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(Cancellation, ("TTS_LANES", "1"), ("TTS_PUBLISH_SECONDS", "2"));
        await using var results = await scene.ResultsAsync("back", Cancellation);
        await scene.DeleteExchangesAsync(Exchanges.Results);

        await scene.PublishRawAsync("""{"id":"a","text":"好"}"""u8.ToArray(), new() { ReplyTo = "back" }, Cancellation);
        await host.UntilStatsAsync(stats => stats.GetProperty("lanes")[0].GetProperty("state").GetString() == "holding", "holding", Cancellation);
        await scene.Vhost.ProvisionAsync(Cancellation);
        await using var bound = await scene.ResultsAsync("back", Cancellation);

        await host.UntilStatsAsync(stats => stats.GetProperty("done").GetInt64() == 1, "done", Cancellation);
    }

    [Fact]
    public async Task Sigterm_WhileHolding_GivesTheJobBackAndExits0()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(Cancellation, ("TTS_LANES", "1"));
        await using var client = await scene.ClientAsync(Cancellation);
        Directory.Delete(scene.Store, recursive: true);
        await File.WriteAllTextAsync(scene.Store, "in the way", Cancellation);
        var speaking = client.SpeakAsync(new SpeechJob { Id = "held", Text = "换一个主机也能说完。" }, Cancellation);
        await host.UntilStatsAsync(stats => stats.GetProperty("lanes")[0].GetProperty("state").GetString() == "holding", "holding", Cancellation);

        (await host.TerminateAsync(Cancellation)).ShouldBe(0);
        File.Delete(scene.Store);
        Directory.CreateDirectory(scene.Store);
        await scene.HostAsync(Cancellation);

        (await speaking).Status.ShouldBe(ResultStatus.Done);
    }

    [Fact]
    public async Task Store_OutWhileSuspectsWait_NoTurnBeginsUntilItIsBack()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(Cancellation, ("TTS_LANES", "1"));
        await using var results = await scene.ResultsAsync("suspects", Cancellation);
        Directory.Delete(scene.Store, recursive: true);
        await File.WriteAllTextAsync(scene.Store, "in the way", Cancellation);
        await scene.PublishRawAsync("""{"id":"held","text":"等仓库回来再说。"}"""u8.ToArray(), new() { ReplyTo = "suspects" }, Cancellation);
        await host.UntilStatsAsync(stats => stats.GetProperty("lanes")[0].GetProperty("state").GetString() == "holding", "holding", Cancellation);

        await PublishSuspectAsync(scene, """{"id":"suspect","text":"单独说的一句。"}"""u8.ToArray());
        HashSet<string> states = [];
        using var step = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var looks = 0; looks < 50 && await step.WaitForNextTickAsync(Cancellation); looks++)
            states.Add((await host.StatsAsync(Cancellation))!.Value.GetProperty("state").GetString()!);
        File.Delete(scene.Store);
        Directory.CreateDirectory(scene.Store);
        var (byId, _) = await results.CollectAsync(2, Cancellation);

        states.ShouldBe(["Consuming"]);
        byId.Values.ShouldAllBe(result => result.Status == ResultStatus.Done);
    }

    private static async Task PublishSuspectAsync(FarmScene scene, byte[] body)
    {
        await using var connection = await FarmVhost.ConnectAsync(scene.Vhost.Uris.Consumer, Cancellation);
        await using var channel = await connection.CreateChannelAsync(new RabbitMQ.Client.CreateChannelOptions(true, true), Cancellation);
        await channel.BasicPublishAsync(
            Exchanges.Retry, RoutingKeys.Quarantine, mandatory: true, new RabbitMQ.Client.BasicProperties { ReplyTo = "suspects" }, body, Cancellation);
    }
}
