using System.Diagnostics;
using Shouldly;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Tests.Kit.Broker;
using TtsConsumers.Tests.Kit.Hosts;
using Xunit;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>A broker that stands still, is short of memory or disk, or loses its patience (reliability.md, B3, B5, B8, C4).</summary>
public sealed class SickBrokerTests(OwnBroker broker) : IClassFixture<OwnBroker>
{
    private const int Lanes = 2;
    private const string Stage = "Spoken";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StandsStill_InTheMiddleOfWork_AllLanesConsumeAgainAndNothingIsLost()
    {
        var control = broker.Control;
        await using var scene = await FarmScene.SetAsync(broker.Fixture);
        var host = await scene.HostAsync(Cancellation, ("TTS_HEARTBEAT_SECONDS", $"{Lasting.Times(1, 5)}"), ("TTS_PUBLISH_SECONDS", "3"));
        await using var ledger = await Ledger.OpenAsync(scene, publishSeconds: 3);
        await ledger.PublishManyAsync("before", 200);
        await host.UntilStatsAsync(stats => stats.GetProperty("done").GetInt64() > 50, "in the middle", Cancellation);

        Signal.Send(control.ProcessId, Signal.Stop);
        var publishing = ledger.PublishManyAsync("meanwhile", 50);
        await Task.Delay(Lasting.Seconds(6, 30), Cancellation);
        var readiness = await host.AskAsync("/health/ready", Cancellation);
        Signal.Send(control.ProcessId, Signal.Continue);
        await scene.AllLanesConsumeAsync(Stopwatch.GetTimestamp(), Recovery.OfABroker, host);
        await publishing;

        readiness.ShouldBe(503, "the host has noticed by its heartbeat");
        await ledger.CloseAsync(faults: Lanes);
    }

    [Theory]
    [InlineData("set_vm_memory_high_watermark 0.00001", "set_vm_memory_high_watermark 0.4")]
    [InlineData("set_disk_free_limit mem_relative 1000000", "set_disk_free_limit 50MB")]
    public async Task Alarm_UnderLoad_NobodyReconnectsAndAllFlowsAfterwards(string raise, string clear)
    {
        var control = broker.Control;
        await using var scene = await FarmScene.SetAsync(broker.Fixture);
        var host = await scene.HostAsync(Cancellation, ("TTS_PUBLISH_SECONDS", "1"));
        await using var ledger = await Ledger.OpenAsync(scene, publishSeconds: 1);
        await ledger.PublishManyAsync("before", 20);
        var connections = await ConnectionsAsync(scene);

        using var raised = new CancellationTokenSource();
        var publishing = PublishOnAndOnAsync(ledger, raised.Token);
        await control.RunAsync(raise.Split(' '));
        await Task.Delay(Lasting.Seconds(3, 60), Cancellation);
        await raised.CancelAsync();
        var isBlocked = await Task.WhenAny(publishing, Task.Delay(TimeSpan.FromSeconds(1), Cancellation)) != publishing;
        var readiness = await host.AskAsync("/health/ready", Cancellation);
        await control.RunAsync(clear.Split(' '));
        await scene.AllLanesConsumeAsync(Stopwatch.GetTimestamp(), Recovery.OfABroker, host);
        await publishing;

        isBlocked.ShouldBeTrue("the broker takes nothing while the alarm lasts");
        readiness.ShouldBe(200, "an alarm is no reason to leave");
        (await ConnectionsAsync(scene)).ShouldBe(connections, ignoreOrder: true);
        (await ledger.CloseAsync(faults: 0)).ShouldBe(0);
        ledger.Repeated.ShouldBe(0, "deadlines stand still");
    }

    [Fact]
    public async Task AckTimeOut_WhileAnOutageHoldsJobs_TheLanesAreRebuiltAndTheJobsAreDone()
    {
        await using var impatience = await ImpatienceAsync(broker.Control);
        await using var scene = await FarmScene.SetAsync(broker.Fixture);
        var host = await scene.HostAsync(Cancellation);
        await using var ledger = await Ledger.OpenAsync(scene);
        Directory.Delete(scene.Store, recursive: true);
        await ledger.PublishManyAsync("held", Lanes);

        await host.UntilAsync(async () => await TimeOutsAsync(host) >= Lanes, "out of the broker's patience", Cancellation);
        Directory.CreateDirectory(scene.Store);
        await scene.AllLanesConsumeAsync(Stopwatch.GetTimestamp(), Recovery.OfABroker, host);

        await ledger.CloseAsync(faults: Lanes);
    }

    [Fact]
    public async Task HostStandsStillPastTheAckTimeOut_AndGoesOn_TheJobIsDoneByAnotherAndBothConsume()
    {
        await using var impatience = await ImpatienceAsync(broker.Control);
        await using var scene = await FarmScene.SetAsync(broker.Fixture);
        await using var ledger = await Ledger.OpenAsync(scene);
        // With a heartbeat that is longer than the ack time-out. It is the heartbeat that sets the job free: RabbitMQ 3.10 closes the channel at the
        // ack time-out, but a quorum queue has its message back only when the client has answered that, or its connection is gone.
        var sleeper = await scene.HostAsync(
            Cancellation, ("TTS_STOP_AT", Stage), ("TTS_STOP_ID", "victim"), ("TTS_STOP_SIGNAL", $"{Signal.Stop}"), ("TTS_HEARTBEAT_SECONDS", "3"));
        await ledger.PublishAsync(new SpeechJob { Id = "victim", Text = "说到一半睡着了。" });
        await sleeper.UntilAsync(() => Task.FromResult(ProcessLook.At(sleeper.Id).State == 'T'), "asleep", Cancellation);

        var other = await scene.HostAsync(Cancellation);
        await other.UntilStatsAsync(stats => stats.GetProperty("done").GetInt64() == 1, "done with the victim", Cancellation);
        Signal.Send(sleeper.Id, Signal.Continue);
        await scene.AllLanesConsumeAsync(Stopwatch.GetTimestamp(), Recovery.OfABroker, sleeper, other);

        await ledger.CloseAsync(faults: Lanes);
    }

    private static async Task PublishOnAndOnAsync(Ledger ledger, CancellationToken enough)
    {
        for (var batch = 0; !enough.IsCancellationRequested; batch++)
        {
            await ledger.PublishManyAsync($"batch-{batch}", 10);
            await Task.Delay(TimeSpan.FromMilliseconds(100), Cancellation);
        }
    }

    /// <summary>Channels that are opened from now on may leave a delivery unsettled for two seconds only.</summary>
    private static async Task<Impatience> ImpatienceAsync(BrokerControl control)
    {
        await control.EvaluateAsync("application:set_env(rabbit, consumer_timeout, 2000), application:set_env(rabbit, channel_tick_interval, 500).");
        return new Impatience(control);
    }

    private static async Task<int> TimeOutsAsync(HostProcess host) =>
        (await File.ReadAllLinesAsync(host.LogFile, Cancellation)).Count(line => line.Contains("acknowledgement on channel", StringComparison.Ordinal));

    /// <summary>The connections of hosts and clients; not those that the test itself opens in between, as the administrator.</summary>
    private async Task<IReadOnlyList<string>> ConnectionsAsync(FarmScene scene) =>
        [.. (await broker.Control.RunAsync("list_connections", "--no-table-headers", "pid", "user")).Split('\n').Where(line => line.EndsWith(scene.Vhost.Name))];

    private sealed class Impatience(BrokerControl control) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() =>
            await control.EvaluateAsync("application:set_env(rabbit, consumer_timeout, 1800000), application:set_env(rabbit, channel_tick_interval, 60000).");
    }
}
