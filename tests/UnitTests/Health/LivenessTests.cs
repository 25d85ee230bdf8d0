using Microsoft.Extensions.Time.Testing;
using RabbitMQ.Client;
using Shouldly;
using TtsConsumers.Consumer;
using TtsConsumers.Consumer.Health;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Shared.Broker;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Health;

public sealed class LivenessTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly LaneStatus lane = new(lane: 1, instance: 1);
    private readonly HostStatus status;
    private readonly Liveness liveness;

    public LivenessTests()
    {
        status = new HostStatus(time);
        status.Announce([lane]);
        liveness = new Liveness(status, new HostSettings { StuckSeconds = 600 }, time);
    }

    public void Dispose() => liveness.Dispose();

    [Fact]
    public void Fault_WaitingForADayInEveryState_IsNone()
    {
        foreach (var state in Enum.GetValues<IntakeState>().Except([IntakeState.Loading]))
        {
            status.MoveTo(state);
            lane.IsOpen = state == IntakeState.Consuming;
            time.Advance(TimeSpan.FromDays(1));
            liveness.Fault().ShouldBeNull(state.ToString());
        }
    }

    [Fact]
    public void Fault_LoadingForLongerThanItMayTake_IsTold()
    {
        time.Advance(TimeSpan.FromSeconds(600));
        liveness.Fault().ShouldBeNull();

        time.Advance(TimeSpan.FromSeconds(1));

        liveness.Fault().ShouldBe("the voice has been loading for 601 s");
    }

    [Fact]
    public void Fault_OneJobInHandForLongerThanAnyMayBe_NamesTheLane()
    {
        status.MoveTo(IntakeState.Consuming);
        lane.Job = InHand();
        time.Advance(TimeSpan.FromSeconds(600));
        liveness.Fault().ShouldBeNull();

        time.Advance(TimeSpan.FromSeconds(1));

        liveness.Fault().ShouldBe("lane 1 has had one job in hand for 601 s (speaking)");
    }

    [Fact]
    public void Fault_OneJobAfterAnother_IsNone()
    {
        status.MoveTo(IntakeState.Consuming);
        for (var i = 0; i < 10; i++)
        {
            lane.Job = InHand();
            time.Advance(TimeSpan.FromSeconds(599));
            liveness.Fault().ShouldBeNull();
        }
    }

    [Fact]
    public async Task Fault_ALoopThatEnded_IsTold()
    {
        await status.Loops.KeepAsync("lane 1", Task.CompletedTask, mayEnd: () => false);

        liveness.Fault().ShouldBe("a loop ended by itself; the log says which");
    }

    private JobInHand InHand() =>
        new(new Delivery(null!, 1, false, new BasicProperties(), ReadOnlyMemory<byte>.Empty, time.GetUtcNow()), new StopPoint());
}
