using Shouldly;
using TtsConsumers.Producer.Client.DeadLetters;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;
using Xunit;

namespace TtsConsumers.Tests.BrokerTests.DeadLetters;

/// <summary>A look at the dead letters leaves them as they are. With the operator's rights.</summary>
public sealed class LookTests(FarmVhost farm) : IClassFixture<FarmVhost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Look_FiftyTimesInARow_FindsEveryLetterInItsPlace()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(20, Cancellation);
        var inOrder = Enumerable.Range(0, 20).Select(n => $"job-{n}").ToList();

        for (var look = 0; look < 50; look++)
            (await desk.LookAsync(Cancellation)).ShouldBe(inOrder, $"look {look}");

        await desk.UntilAsync(Queues.Dead, 20, Cancellation);
    }

    [Fact]
    public async Task Look_MoreThanOneChannelHolds_FindsEveryLetterInItsPlaceAgain()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(3000, Cancellation);
        var inOrder = Enumerable.Range(0, 3000).Select(n => $"job-{n}").ToList();

        for (var look = 0; look < 5; look++)
            (await desk.LookAsync(Cancellation)).ShouldBe(inOrder, $"look {look}");
        await desk.UntilAsync(Queues.Dead, 3000, Cancellation);
    }

    [Fact]
    public async Task Look_EmptyQueue_EndsAtOnce()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);

        (await desk.LookAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Look_LettersTakenAwayMeanwhile_EndsWithWhatIsThere()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(1500, Cancellation);
        await using var letters = await desk.OpenAsync(Queues.Dead, Cancellation);

        var others = (await desk.TakeAllAsync(Queues.Dead, Cancellation)).Count;
        var seen = await letters.ReadAsync(_ => true, null, Cancellation).CountAsync(Cancellation);

        letters.Count.ShouldBe(1500);
        others.ShouldBeGreaterThan(0);
        seen.ShouldBe(1500 - others);
    }

    [Fact]
    public async Task Look_QueueGone_SaysThatTheLettersAreLostToIt()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LayManyAsync(1500, Cancellation);
        await using var letters = await desk.OpenAsync(Queues.Dead, Cancellation);
        try
        {
            await farm.Admin.DeleteAsync($"queues/{farm.Name}/{Queues.Dead}", Cancellation);

            await Should.ThrowAsync<LettersLostException>(() => letters.ReadAsync(_ => true, null, Cancellation).CountAsync(Cancellation).AsTask());
        }
        finally
        {
            await farm.ProvisionAsync(Cancellation);
        }
    }

    [Fact]
    public async Task Look_LetterTheBrokerMade_TellsTheBrokersReason()
    {
        await using var desk = await LetterDesk.ClearAsync(farm, Cancellation);
        await desk.LetBrokerKillAsync("killed", Cancellation);
        await using var letters = await desk.OpenAsync(Queues.Dead, Cancellation);

        var letter = (await letters.ReadAsync(_ => true, null, Cancellation).SingleAsync(Cancellation)).Letter;

        letter.Reason.ShouldBe("attempts_exhausted");
        letter.EndedAt.ShouldNotBeNull();
    }
}
