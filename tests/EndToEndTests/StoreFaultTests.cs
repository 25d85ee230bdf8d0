using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Network;
using TtsConsumers.Tests.Kit.Storage;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Stores in which an object is there already, and stores that are slow (reliability.md, S5, S6; P3, P6).</summary>
public sealed class StoreFaultTests(BrokerFixture broker)
{
    private static readonly SpeechJob Twice = new() { Id = "twice", Text = "这一句已经在那儿了。" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>An earlier try died between its two puts, and a sick disk has garbled what it had put.</summary>
    [Fact]
    public async Task ObjectAlreadyThere_GarbledAndWithoutItsSidecar_IsPutAgainWhole()
    {
        await using var scene = await FarmScene.SetAsync(broker);
        var host = await scene.HostAsync(Cancellation);
        await using var ledger = await Ledger.OpenAsync(scene);
        await ledger.PublishAsync(Twice);
        await host.UntilStatsAsync(stats => stats.GetProperty("done").GetInt64() == 1, "done", Cancellation);
        var audio = Directory.GetFiles(scene.Store, "*.wav", SearchOption.AllDirectories).Single();
        var whole = await File.ReadAllBytesAsync(audio, Cancellation);
        File.Delete(Directory.GetFiles(scene.Store, "*.json", SearchOption.AllDirectories).Single());
        await File.WriteAllTextAsync(audio, "garbled", Cancellation);

        await ledger.PublishAsync(Twice);
        await host.UntilStatsAsync(stats => stats.GetProperty("done").GetInt64() == 2, "done again", Cancellation);

        (await File.ReadAllBytesAsync(audio, Cancellation)).ShouldBe(whole);
        (await ledger.CloseAsync(faults: 1)).ShouldBe(1, "the same audio, told twice");
    }

    /// <summary>A put takes longer than the whole of the speaking, but not longer than it may.</summary>
    [Fact]
    public async Task SlowStore_EveryJobIsDoneOnceAndNoneIsHeld()
    {
        Assert.SkipUnless(BucketServer.Missing is null, BucketServer.Missing ?? "");
        await using var scene = await FarmScene.SetAsync(broker);
        await using var bucket = await BucketServer.StartAsync(Path.Combine(scene.Folder, "bucket"));
        await using var proxy = new FaultProxy(bucket.Port) { Latency = TimeSpan.FromMilliseconds(50), Bandwidth = 200 * 1024 };
        var host = await scene.HostAsync(Cancellation, bucket.SettingsAt(proxy.Port));
        await using var ledger = await Ledger.OpenAsync(scene, store: bucket.Options);

        await ledger.PublishManyAsync("slow", 10);

        (await ledger.CloseAsync(faults: 0)).ShouldBe(0);
        (await File.ReadAllTextAsync(host.LogFile, Cancellation)).ShouldNotContain("is held");
    }

    /// <summary>So slow that no put ends in time: an outage, until it is fast again.</summary>
    [Fact]
    public async Task StoreTooSlow_JobsAreHeldAndDoneOnceItIsFastAgain()
    {
        Assert.SkipUnless(BucketServer.Missing is null, BucketServer.Missing ?? "");
        await using var scene = await FarmScene.SetAsync(broker);
        await using var bucket = await BucketServer.StartAsync(Path.Combine(scene.Folder, "bucket"));
        await using var proxy = new FaultProxy(bucket.Port) { Bandwidth = 4 * 1024 };
        var host = await scene.HostAsync(Cancellation, [.. bucket.SettingsAt(proxy.Port), ("TTS_STORE_SECONDS", "1")]);
        await using var ledger = await Ledger.OpenAsync(scene, store: bucket.Options);
        await ledger.PublishManyAsync("slow", 10);

        await host.UntilStatsAsync(
            stats => stats.GetProperty("lanes").EnumerateArray().All(lane => lane.GetProperty("state").GetString() == "holding"), "holding", Cancellation);
        proxy.Bandwidth = 0;

        (await ledger.CloseAsync(faults: 0)).ShouldBe(0);
        (await File.ReadAllTextAsync(host.LogFile, Cancellation)).ShouldContain("TTS_STORE_SECONDS");
    }
}
