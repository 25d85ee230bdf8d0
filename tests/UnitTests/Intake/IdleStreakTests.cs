using Shouldly;
using TtsConsumers.Consumer.Intake;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Intake;

public sealed class IdleStreakTests
{
    private readonly IdleStreak streak = new(3);

    [Fact]
    public void Note_IdleBesideWaitingJobs_IsFullAfterThreeLooksBeyondTheFirst() =>
        Looks((true, 7, 5), (true, 7, 5), (true, 7, 4), (true, 7, 9)).ShouldBe([false, false, false, true]);

    [Fact]
    public void Note_Full_BeginsAnew() =>
        Looks([.. Enumerable.Repeat((true, 0L, 1u), 8)]).ShouldBe([false, false, false, true, false, false, false, true]);

    [Theory]
    [InlineData(false, 7, 5)]
    [InlineData(true, 8, 5)]
    [InlineData(true, 7, 0)]
    public void Note_OneHealthyLookBetween_BeginsAnew(bool isIdle, long taken, uint ready) =>
        Looks((true, 7, 5), (true, 7, 5), (true, 7, 5), (isIdle, taken, ready), (true, taken, 5), (true, taken, 5)).ShouldAllBe(full => !full);

    [Fact]
    public void Note_OthersTakeTheJobsFaster_IsNeverFull() =>
        Looks([.. Enumerable.Repeat((true, 7L, 0u), 50)]).ShouldAllBe(full => !full);

    [Fact]
    public void Note_LaneWithALongJob_IsNeverFull() =>
        Looks([.. Enumerable.Repeat((false, 7L, 1000u), 50)]).ShouldAllBe(full => !full);

    private List<bool> Looks(params (bool IsIdle, long Taken, uint Ready)[] looks) =>
        [.. looks.Select(look => streak.Note(look.IsIdle, look.Taken, look.Ready))];
}
