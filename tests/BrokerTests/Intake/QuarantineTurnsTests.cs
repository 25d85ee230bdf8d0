using Shouldly;
using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Intake;
using TtsConsumers.Consumer.Pipeline;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Tests.BrokerTests.Plumbing;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.Intake;

/// <summary>When a turn begins and ends, whatever fails in it (reliability.md, "Quarantine"; P4, P6). The test stands in for the lanes behind the gate.</summary>
public sealed class QuarantineTurnsTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Look_FailsInMidTurn_TheGateOpensOnlyWhenNoSuspectCanComeAnyMore()
    {
        await using var suspects = await ScratchQueue.MakeAsync(farm, Cancellation);
        await using var looked = await ScratchQueue.MakeAsync(farm, Cancellation);
        await looked.PublishAsync("somebody waits", Cancellation);
        await using var bench = await LaneBench.SetAsync(farm, Cancellation);
        using var gate = new IntakeGate();
        var work = new ToldWork();
        await using var turns = new RunningTurns(bench, gate, bench.Lane(suspects.Name, work), looked.Name, Cancellation);

        await BeginAsync(gate);
        await suspects.PublishAsync("in the turn", Cancellation);
        (await work.Begun.ReadAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation)).ShouldBe("in the turn");
        await looked.DeleteAsync(Cancellation);
        await gate.EnterAsync(Cancellation).WaitAsync(Patience, Cancellation);
        await suspects.PublishAsync("after the turn", Cancellation);

        (await suspects.ReadyAsync(Cancellation)).ShouldBe(1u, "the gate is open: no suspect may be spoken");
        bench.Host.State.ShouldBe(IntakeState.Consuming);
    }

    [Fact]
    public async Task Outage_BeforeOrWhileIntakeCloses_NoTurnUntilItIsOver()
    {
        await using var suspects = await ScratchQueue.MakeAsync(farm, Cancellation);
        await suspects.PublishAsync("somebody waits", Cancellation);
        await using var jobs = await ScratchQueue.MakeAsync(farm, Cancellation);
        await jobs.PublishAsync("in hand", Cancellation);
        await using var bench = await LaneBench.SetAsync(farm, Cancellation);
        await using var subscription = await Subscription.StartAsync(bench.Connection, jobs.Name, 1, TimeProvider.System, Cancellation);
        var job = new JobInHand(await subscription.Deliveries.ReadAsync(Cancellation), new StopPoint());
        bench.Host.Announce([new LaneStatus(1, 1) { Job = job }]);
        using var gate = new IntakeGate();
        var work = new ToldWork();
        await using var turns = new RunningTurns(bench, gate, bench.Lane(suspects.Name, work), suspects.Name, Cancellation);

        // The lane is still inside when the turn begins, and meets an outage.
        await Closing(await gate.EnterAsync(Cancellation));
        job.BeginHold("the audio store is out: 503");
        var again = await gate.EnterAsync(Cancellation).WaitAsync(Patience, Cancellation);
        bench.Host.State.ShouldBe(IntakeState.Consuming);
        // Every look comes within one and a half of their average distance.
        await Should.ThrowAsync<TimeoutException>(() => Closing(again).WaitAsync(QuarantineTurns.LookEvery * 2, Cancellation));
        await job.ReachAsync(Stage.AudioPut);
        await Closing(again).WaitAsync(Patience, Cancellation);
        gate.Leave();
        gate.Leave();

        (await work.Begun.ReadAsync(Cancellation).AsTask().WaitAsync(Patience, Cancellation)).ShouldBe("somebody waits");
    }

    /// <summary>Goes in as a lane, and out again when a turn wants it so.</summary>
    private static async Task BeginAsync(IntakeGate gate)
    {
        await Closing(await gate.EnterAsync(Cancellation)).WaitAsync(Patience, Cancellation);
        gate.Leave();
    }

    private static Task Closing(CancellationToken gate) => Task.Delay(Timeout.InfiniteTimeSpan, gate).ContinueWith(
        _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>Turns that run until the test is over.</summary>
    private sealed class RunningTurns : IAsyncDisposable
    {
        private readonly CancellationTokenSource stopping;
        private readonly QueueLook look;
        private readonly Task running;

        public RunningTurns(LaneBench bench, IntakeGate gate, Lane lane, string looked, CancellationToken cancellation)
        {
            stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            look = new QueueLook(bench.Connection, looked, TimeProvider.System);
            var turns = new QuarantineTurns(gate, lane, look, bench.Host, bench.Surroundings);
            running = turns.RunAsync(bench.Connection, new LaneTokens(stopping.Token, CancellationToken.None));
        }

        public async ValueTask DisposeAsync()
        {
            await stopping.CancelAsync();
            await running;
            await look.DisposeAsync();
            stopping.Dispose();
        }
    }
}
