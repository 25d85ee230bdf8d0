using System.Diagnostics;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>The broker's disk is full to the last byte (reliability.md, B6). On a file system of its own, in memory, which only root can mount.</summary>
public sealed class FullDiskTests(BrokerFixture broker)
{
    private const int Lanes = 2;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <remarks>The alarm comes first as a rule, and then nothing breaks (<see cref="SickBrokerTests"/>). Here it is off: something else was faster.</remarks>
    [Fact]
    public async Task DiskFull_UnderLoad_NothingConfirmedIsLostOnceTheBrokerIsStartedAgain()
    {
        Assert.SkipWhen(broker.Private is null, "only a private broker can be put on a disk of its own");
        await using var disk = await SmallDisk.TryMountAsync("96m");
        Assert.SkipWhen(disk is null, "only root can mount a file system, and not in every container");
        await using var own = BrokerFixture.Of(await FarmBroker.StartAsync(disk.Path));
        await own.Private!.Control.RunAsync("set_disk_free_limit", "1");
        await using var scene = await FarmScene.SetAsync(own);
        var host = await scene.HostAsync(Cancellation, ("TTS_PUBLISH_SECONDS", "2"));
        await using var ledger = await Ledger.OpenAsync(scene, publishSeconds: 2);
        await ledger.PublishManyAsync("before", 100);

        disk.Fill();
        var publishing = ledger.PublishManyAsync("meanwhile", 100);
        await Task.Delay(Lasting.Seconds(4, 60), Cancellation);
        disk.Free();
        // RabbitMQ 3.10 does not get over it by itself: its write-ahead log has crashed, and with it every quorum queue.
        await own.Private.KillAsync();
        await own.Private.RestartAsync();
        await scene.AllLanesConsumeAsync(Stopwatch.GetTimestamp(), Recovery.OfABroker, host);
        await publishing;

        await ledger.CloseAsync(faults: 2 * Lanes);
    }
}
