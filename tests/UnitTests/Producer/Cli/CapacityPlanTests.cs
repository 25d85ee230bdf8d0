using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TtsConsumers.Producer.Cli.Planning;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Cli;

public sealed class CapacityPlanTests
{
    /// <summary>By hand: 360,000 an hour are 100 a second; an instance does 10 × 0.98 = 9.8, of which 70 % are 6.86; 100 ÷ 6.86 = 14.6.</summary>
    [Fact]
    public void Of_Load_IsTheFormula()
    {
        var plan = CapacityPlan.Of(Input(360_000));

        plan.CharactersPerSecond.ShouldBe(100, 1e-9);
        plan.Instances.ShouldBe(15);
        plan.Hosts.ShouldBe(4);
        plan.Utilisation.ShouldBe(100 / (15 * 9.8), 1e-9);
        plan.Gpus.ShouldBeNull();
    }

    /// <summary>By hand: 88,200 in 10 min are 147 a second beside 100; 247 ÷ 9.8 = 25.2.</summary>
    [Fact]
    public void Of_BurstWithItsTime_AddsInstances()
    {
        var plan = CapacityPlan.Of(Input(360_000) with { Burst = 88_200, DrainMinutes = 10 });

        plan.Instances.ShouldBe(26);
        plan.QueueDepth.ShouldBe(2205);
        plan.BurstSeconds.ShouldBe(88_200 / ((26 * 9.8) - 100), 1e-6);
        plan.BurstSeconds.ShouldBeLessThan(600);
    }

    [Fact]
    public void Of_GpuPace_PlansGpusToo() => CapacityPlan.Of(Input(3_600_000) with { GpuPace = 500 }).Gpus.ShouldBe(3);

    [Fact]
    public void Of_AnyInput_IsEnoughAndNotMore() => Prop.ForAll(
        Arb.From(Gen.Choose(1, 50_000_000).Zip(Gen.Choose(1, 5000)).Zip(Gen.Choose(1, 100)).Zip(Gen.Choose(0, 1_000_000))),
        sample =>
        {
            var (((load, pace), full), burst) = sample;
            var input = Input(load) with { Pace = pace / 10.0, Load = full / 100.0, Burst = burst, DrainMinutes = 5 };
            var plan = CapacityPlan.Of(input);
            var enough = plan.Utilisation < 1 && plan.Utilisation <= input.Load + 1e-6 && plan.BurstSeconds is >= 0 and < 300 + 1e-3
                && (plan.Hosts * input.InstancesPerHost) >= plan.Instances;
            var one = plan.Instances - 1;
            var tooFew = one == 0 || plan.CharactersPerSecond > one * plan.InstanceCapacity * input.Load - 1e-3
                || burst / ((one * plan.InstanceCapacity) - plan.CharactersPerSecond) is < 0 or > 300 - 1e-3 || plan.CharactersPerSecond >= one * plan.InstanceCapacity;
            return enough && tooFew;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Plan_GivenPace_PrintsTheFormulaWithItsNumbers()
    {
        var run = await CommandLineRun.RunAsync(
            new Dictionary<string, string?>(), "plan", "--chars-per-hour", "360000", "--pace", "10", "--instances-per-host", "4", "--burst", "4000");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("360000 characters/h ÷ 3600 = 100 characters/s");
        run.Output.ShouldContain("= 15, 68 % full");
        run.Output.ShouldContain("⌈15 ÷ 4 instances a host⌉ = 4");
        run.Output.ShouldContain("100 jobs wait");
    }

    [Fact]
    public async Task Plan_WithoutHosts_PlansFromOurPaceAndSaysSo()
    {
        var run = await CommandLineRun.RunAsync(new Dictionary<string, string?>(), "plan", "--chars-per-hour", "360000");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("(ours, on one core of an AMD EPYC");
        run.Output.ShouldContain("--pace");
    }

    [Fact]
    public async Task Plan_HostsThatDoNotAnswer_AreNamedAndPaceToo()
    {
        var run = await CommandLineRun.RunAsync(new Dictionary<string, string?> { ["HOSTS"] = "http://127.0.0.1:1" }, "plan", "--chars-per-hour", "360000");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("--pace");
    }

    [Fact]
    public async Task Plan_WithoutALoad_IsWrongUsage()
    {
        var run = await CommandLineRun.RunAsync(new Dictionary<string, string?>(), "plan", "--pace", "10");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--chars-per-hour");
    }

    private static PlanInput Input(double charactersPerHour) => new(charactersPerHour, 10, 0.98, 0.7, 4, 40, 0, null, null, PlanInput.Given);
}
