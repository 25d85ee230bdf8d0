using Shouldly;
using TtsConsumers.Tests.Storm.Plan;
using Xunit;

namespace TtsConsumers.Tests.StormTests;

public sealed class FaultPlanTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Fact]
    public void Of_SameSeed_SamePlan() => FaultPlan.Of(42, FiveMinutes).ShouldBe(FaultPlan.Of(42, FiveMinutes));

    [Fact]
    public void Of_AnotherSeed_AnotherPlan() => FaultPlan.Of(42, FiveMinutes).ShouldNotBe(FaultPlan.Of(43, FiveMinutes));

    /// <summary>Written down, so that a change of the plan is made on purpose: seeds of old storms would mean something else from then on.</summary>
    [Fact]
    public void Of_Seed1_BeginsAsItAlwaysDid() =>
        FaultPlan.Of(1, TimeSpan.FromSeconds(30)).Select(fault => (fault.At.TotalSeconds, fault.Kind, fault.Lasts.TotalSeconds)).ShouldBe(
        [
            (2, FaultKind.BrokerRestarted, 0.7), (15.4, FaultKind.HostKilled, 0), (19.2, FaultKind.Reset, 0), (20.8, FaultKind.ModelHung, 0),
            (29, FaultKind.BrokerKilled, 0.9),
        ]);

    [Fact]
    public void Of_ALongerStorm_BeginsAsAShorterOne()
    {
        var shorter = FaultPlan.Of(7, TimeSpan.FromMinutes(1));

        FaultPlan.Of(7, FiveMinutes).Take(shorter.Count).ShouldBe(shorter);
    }

    [Fact]
    public void Of_FiveMinutes_HasEveryKindTwiceWhateverTheSeed()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var counts = FaultPlan.Of(seed, FiveMinutes).CountBy(fault => fault.Kind).ToDictionary();
            foreach (var kind in Enum.GetValues<FaultKind>())
                counts.GetValueOrDefault(kind).ShouldBeGreaterThanOrEqualTo(2, $"{kind} of seed {seed}");
        }
    }

    [Fact]
    public void Of_AnySeed_EveryFaultBeginsAfterTheOneBeforeAndEndsInTime()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var end = TimeSpan.Zero;
            foreach (var fault in FaultPlan.Of(seed, FiveMinutes))
            {
                fault.At.ShouldBeGreaterThan(end);
                end = fault.At + fault.Lasts;
                fault.Where.ShouldBeInRange(0, 1);
                fault.How.ShouldBeInRange(0, 1);
            }
            end.ShouldBeLessThanOrEqualTo(FiveMinutes);
        }
    }

    [Theory]
    [InlineData(0, "a")]
    [InlineData(0.49, "a")]
    [InlineData(0.5, "b")]
    [InlineData(0.999999, "b")]
    [InlineData(1, "b")]
    public void Pick_DrawnNumber_TakesItsShare(double drawn, string expected) => PlannedFault.Pick(drawn, (string[])["a", "b"]).ShouldBe(expected);
}
