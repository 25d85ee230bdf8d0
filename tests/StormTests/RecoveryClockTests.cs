using Shouldly;
using TtsConsumers.Tests.Storm.Plan;
using TtsConsumers.Tests.Storm.Watch;
using Xunit;

namespace TtsConsumers.Tests.StormTests;

public sealed class RecoveryClockTests
{
    private readonly RecoveryClock clock = new();

    [Fact]
    public void Look_WholeAfterAFault_MeasuresFromItsEnd()
    {
        clock.Begin(Second(1));
        clock.Look(false, Second(2));
        clock.End(FaultKind.BrokerKilled, Second(10));
        clock.Look(false, Second(11));
        clock.Look(true, Second(14));
        clock.Look(true, Second(20));

        clock.Longest.ShouldBe(new Dictionary<FaultKind, TimeSpan> { [FaultKind.BrokerKilled] = Second(4) });
    }

    [Fact]
    public void Look_BrokenLaterByItself_MeasuresThatToo()
    {
        clock.Begin(Second(1));
        clock.End(FaultKind.PoisonJob, Second(1));
        clock.Look(true, Second(2));
        clock.Look(false, Second(10));
        clock.Look(true, Second(13));

        clock.Longest[FaultKind.PoisonJob].ShouldBe(Second(3));
    }

    [Fact]
    public void Begin_WhileStillBroken_CutsTheStretchOff()
    {
        clock.Begin(Second(1));
        clock.End(FaultKind.HostKilled, Second(1));
        clock.Look(false, Second(2));
        clock.Begin(Second(6));
        clock.End(FaultKind.Reset, Second(7));
        clock.Look(true, Second(9));

        clock.Longest.ShouldBe(new Dictionary<FaultKind, TimeSpan> { [FaultKind.HostKilled] = Second(5), [FaultKind.Reset] = Second(2) }, ignoreOrder: true);
    }

    [Fact]
    public void End_WhileAnotherGoesOn_WaitsForThatOne()
    {
        clock.Begin(Second(1));
        clock.Begin(Second(2));
        clock.End(FaultKind.StoreOut, Second(3));
        clock.Look(true, Second(4));
        clock.End(FaultKind.Blackhole, Second(8));
        clock.Look(true, Second(9));

        clock.Longest.ShouldBe(new Dictionary<FaultKind, TimeSpan> { [FaultKind.Blackhole] = Second(1) });
    }

    private static TimeSpan Second(int seconds) => TimeSpan.FromSeconds(seconds);
}
