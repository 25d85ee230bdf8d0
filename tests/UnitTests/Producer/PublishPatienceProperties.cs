using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Broker;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer;

/// <summary>What holds for any ends of any number of publishes of one job.</summary>
public sealed class PublishPatienceProperties
{
    private static readonly Gen<PublishOutcome[]> Ends = Gen.Elements(Enum.GetValues<PublishOutcome>()).ArrayOf();

    [Fact]
    public void Next_AnyEnds_AreRepeatedWithinTheBoundsAndNeverCalledRefusedAfterAnUnknown() =>
        Prop.ForAll(Arb.From(Ends), Arb.From(Gen.Choose(0, 4).Zip(Gen.Choose(0, 4))), (ends, allowed) =>
        {
            var patience = new PublishPatience(allowed.Item1, allowed.Item2);
            var chance = new Random(1);
            Dictionary<PublishOutcome, int> repeats = Enum.GetValues<PublishOutcome>().ToDictionary(end => end, _ => 0);
            foreach (var end in ends)
            {
                var pause = patience.Next(end, chance);

                repeats[end] += pause is null ? 0 : 1;
                (pause is null || (pause > TimeSpan.Zero && pause <= Pause.Cap)).ShouldBeTrue();
                var sum = patience.Sum(new PublishReceipt(end, "said")).Outcome;
                (sum == end || (sum == PublishOutcome.Unknown && end != PublishOutcome.Confirmed)).ShouldBeTrue();
                if (repeats[PublishOutcome.Unknown] > 0)
                    sum.ShouldBeOneOf(PublishOutcome.Confirmed, PublishOutcome.Unknown);
            }
            (repeats[PublishOutcome.Confirmed], repeats[PublishOutcome.Returned]).ShouldBe((0, 0));
            repeats[PublishOutcome.Unknown].ShouldBeLessThanOrEqualTo(allowed.Item1);
            repeats[PublishOutcome.Refused].ShouldBeLessThanOrEqualTo(allowed.Item2);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
