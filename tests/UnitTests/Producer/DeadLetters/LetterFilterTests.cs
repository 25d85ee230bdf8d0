using Shouldly;
using TtsConsumers.Producer.Client.DeadLetters;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.DeadLetters;

public sealed class LetterFilterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly Letter Subject = Letters.Of(
        """{"id":"a","text":"好","voice":"zf_xiaoyi","stream":{"id":"book","seq":3}}""",
        new() { ["x-reason"] = "store_failed", ["x-failed-at"] = Now.AddHours(-2).ToUnixTimeMilliseconds() });

    public static TheoryData<LetterFilter, bool> Cases => new()
    {
        { LetterFilter.All, true },
        { new() { Reasons = ["store_failed"] }, true },
        { new() { Reasons = ["malformed", "store_failed"] }, true },
        { new() { Reasons = ["malformed"] }, false },
        { new() { Ids = ["a", "b"] }, true },
        { new() { Ids = ["A"] }, false },
        { new() { Voices = ["zf_xiaoyi"] }, true },
        { new() { Voices = ["zm_yunxi"] }, false },
        { new() { Streams = ["book"] }, true },
        { new() { Streams = ["boo"] }, false },
        { new() { Older = TimeSpan.FromHours(2) }, true },
        { new() { Older = TimeSpan.FromHours(2.1) }, false },
        { new() { Newer = TimeSpan.FromHours(2) }, true },
        { new() { Newer = TimeSpan.FromHours(1.9) }, false },
        { new() { Older = TimeSpan.FromHours(1), Newer = TimeSpan.FromHours(3) }, true },
        { new() { Reasons = ["store_failed"], Streams = ["other"] }, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Matches_EachCondition_MustHold(LetterFilter filter, bool matches) => filter.Matches(Subject, Now).ShouldBe(matches);

    [Fact]
    public void Matches_LetterWithoutTime_IsNeitherOldNorNew()
    {
        var letter = Letters.Of("{}");

        new LetterFilter { Older = TimeSpan.Zero }.Matches(letter, Now).ShouldBeFalse();
        new LetterFilter { Newer = TimeSpan.FromDays(1000) }.Matches(letter, Now).ShouldBeFalse();
        LetterFilter.All.Matches(letter, Now).ShouldBeTrue();
    }

    [Fact]
    public void Matches_BodyThatIsNoJob_HasNoVoice() =>
        new LetterFilter { Voices = ["zf_xiaoyi"] }.Matches(Letters.Of("oops"), Now).ShouldBeFalse();

    [Fact]
    public void IsEmpty_AnyConditionGiven_IsNot()
    {
        LetterFilter.All.IsEmpty.ShouldBeTrue();
        new LetterFilter { Newer = TimeSpan.Zero }.IsEmpty.ShouldBeFalse();
        new LetterFilter { Ids = ["a"] }.IsEmpty.ShouldBeFalse();
    }
}
