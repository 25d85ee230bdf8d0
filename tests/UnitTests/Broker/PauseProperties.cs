using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TtsConsumers.Shared.Broker;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Broker;

/// <summary>What holds for every number of failures and every chance: 10,000 cases each.</summary>
public sealed class PauseProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    private static readonly Gen<int> Failures = Gen.OneOf(
        Gen.Choose(0, 20), Gen.Choose(0, int.MaxValue), Gen.Constant(int.MaxValue));

    private static readonly Gen<double> Chances = Gen.OneOf(
        Gen.Elements(0, 0.5, Math.BitDecrement(1)), Gen.Choose(0, 999_999).Select(share => share / 1e6));

    [Fact]
    public void After_AnyFailuresAndChance_IsWithinTheDocumentedBounds() => Prop.ForAll(Arb.From(Failures), Arb.From(Chances), (failures, chance) =>
    {
        var full = Math.Min(5000, 100 * Math.Pow(2, Math.Clamp(failures, 1, 30) - 1));

        var pause = Pause.After(failures, new Fixed(chance));

        // To a tick, the smallest step of a time span.
        pause.TotalMilliseconds.ShouldBeInRange((full / 2) - 1e-4, full);
        pause.ShouldBeLessThanOrEqualTo(Pause.Cap);
    }).Check(Thorough);

    [Fact]
    public void After_OneFailureMore_NeverWaitsLessAtTheSameChance() => Prop.ForAll(Arb.From(Failures), Arb.From(Chances), (failures, chance) =>
    {
        failures = Math.Min(failures, int.MaxValue - 1);

        Pause.After(failures + 1, new Fixed(chance)).ShouldBeGreaterThanOrEqualTo(Pause.After(failures, new Fixed(chance)));
    }).Check(Thorough);

    /// <summary>Chance that is always the same.</summary>
    private sealed class Fixed(double chance) : Random
    {
        public override double NextDouble() => chance;
    }
}
