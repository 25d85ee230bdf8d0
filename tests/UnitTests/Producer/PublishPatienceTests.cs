using Shouldly;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Broker;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer;

public sealed class PublishPatienceTests
{
    private readonly Random chance = new(1);

    [Theory]
    [InlineData(PublishOutcome.Confirmed, 0)]
    [InlineData(PublishOutcome.Returned, 0)]
    [InlineData(PublishOutcome.Unknown, 2)]
    [InlineData(PublishOutcome.Refused, 3)]
    public void Next_SameOutcomeAgainAndAgain_IsBounded(PublishOutcome outcome, int repeats)
    {
        var patience = new PublishPatience(unknownRepeats: 2, busyRepeats: 3);

        var tries = Enumerable.Range(0, 10).Select(_ => patience.Next(outcome, chance)).ToList();

        tries.TakeWhile(pause => pause is not null).Count().ShouldBe(repeats);
        tries.Skip(repeats).ShouldAllBe(pause => pause == null);
    }

    [Fact]
    public void Next_BusyBroker_WaitsLongerEachTimeUpToTheCap()
    {
        var patience = new PublishPatience(0, busyRepeats: 12);

        var pauses = Enumerable.Range(0, 12).Select(_ => patience.Next(PublishOutcome.Refused, chance)!.Value).ToList();

        pauses[0].ShouldBeLessThanOrEqualTo(TimeSpan.FromMilliseconds(100));
        pauses[^1].ShouldBeGreaterThanOrEqualTo(Pause.Cap / 2);
        pauses.ShouldAllBe(pause => pause <= Pause.Cap);
    }

    [Theory]
    [InlineData(PublishOutcome.Refused)]
    [InlineData(PublishOutcome.Returned)]
    public void Sum_RefusalAfterAnUnknown_StaysUnknown(PublishOutcome last)
    {
        var patience = new PublishPatience(1, 0);
        patience.Next(PublishOutcome.Unknown, chance);

        var sum = patience.Sum(new PublishReceipt(last, "full"));

        sum.Outcome.ShouldBe(PublishOutcome.Unknown);
        sum.Detail!.ShouldContain("full");
    }

    [Fact]
    public void Sum_ConfirmAfterAnUnknown_IsConfirmed()
    {
        var patience = new PublishPatience(1, 0);
        patience.Next(PublishOutcome.Unknown, chance);

        patience.Sum(PublishReceipt.Confirmed).ShouldBe(PublishReceipt.Confirmed);
    }

    [Fact]
    public void Sum_RefusalAlone_IsRefused()
    {
        var receipt = new PublishReceipt(PublishOutcome.Refused, "full");

        new PublishPatience(1, 0).Sum(receipt).ShouldBe(receipt);
    }
}
