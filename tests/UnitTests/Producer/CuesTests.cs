using System.Text;
using Shouldly;
using TtsConsumers.Producer.Client.Subtitles;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer;

public sealed class CuesTests
{
    private static readonly TimeSpan Origin = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan From = Origin + TimeSpan.FromMilliseconds(50);

    [Fact]
    public void Of_ShortFragment_IsOneCueOfOneLine() =>
        Shown(Cut("春天来了，|花|都|开了。", 200)).ShouldBe(["50-800 春天来了，花都开了。"]);

    [Fact]
    public void Of_TwoLines_BreaksBehindAMarkNearTheMiddle() =>
        Shown(Cut("今天|上午，|这座|城市的|天气|很好，|许多|市民|来到|公园里|散步。", 200))
            .ShouldBe(["50-2200 今天上午，这座城市的天气很好，/许多市民来到公园里散步。"]);

    [Fact]
    public void Of_MoreThanSevenSeconds_IsCutBetweenSentencesByTheTimesOfWords() =>
        Shown(Cut("他|走|进|院子，|停下。|“你|好！”|她|笑着|说。", 900))
            .ShouldBe(["50-4500 他走进院子，停下。", "4500-9000 “你好！”她笑着说。"]);

    [Fact]
    public void Of_MoreThanTwoLines_NoLineIsTooLongAndNothingIsLost()
    {
        var text = "人工智能|技术|正在|改变|我们的|生活|方式|和|工作|方式，|从|清晨|醒来|到|深夜|入睡，|许多|事情|都|由|机器|悄悄|完成，|而|我们|几乎|没有|察觉。";

        var cues = Cut(text, 200);

        cues.Count.ShouldBeGreaterThan(1);
        string.Concat(cues.Select(cue => cue.Text.Replace("\n", "", StringComparison.Ordinal))).ShouldBe(text.Replace("|", "", StringComparison.Ordinal));
        cues.SelectMany(cue => cue.Text.Split('\n')).ShouldAllBe(line => line.Length <= 20);
        cues.ShouldAllBe(cue => cue.Text.Split('\n').Length <= 2);
        cues.Zip(cues.Skip(1)).ShouldAllBe(pair => pair.First.To <= pair.Second.From);
    }

    [Fact]
    public void Of_English_BreaksBetweenWordsWithin42Columns() =>
        Shown(Cut("She |walked |slowly |down |the |long |road, |and |nobody |saw |her |leave.", 300))
            .ShouldBe(["50-3600 She walked slowly down the long road,/and nobody saw her leave."]);

    [Fact]
    public void Of_NoMarks_IsOneCueHoweverLong()
    {
        var text = string.Concat(Enumerable.Repeat("这里没有标记，", 8));

        var cue = Cues.Of(text, [], Origin, From, Origin + TimeSpan.FromSeconds(20)).ShouldHaveSingleItem();

        cue.ShouldBe(new Cue(From, Origin + TimeSpan.FromSeconds(20), cue.Text));
        cue.Text.Split('\n').ShouldAllBe(line => line.Length <= 20);
    }

    [Fact]
    public void Of_MarksOfAnotherText_CountAsNone() =>
        Cues.Of("一二三。四五六。", [new Mark(0, 9, "", 0, 100)], Origin, From, Origin + TimeSpan.FromSeconds(9)).ShouldHaveSingleItem();

    [Fact]
    public void Of_RareCharactersAndReadings_CountsScalarsAndShowsNoReading() =>
        Shown(Cut("𠮷野|家|在|银行{hang2}|旁边。", 100)).ShouldBe(["50-500 𠮷野家在银行旁边。"]);

    /// <summary>Cues of a text whose words, parted by |, sound for so many milliseconds each. What is no letter or digit is in no mark.</summary>
    private static IReadOnlyList<Cue> Cut(string words, int each)
    {
        var (text, at, marks) = ("", 0, new List<Mark>());
        foreach (var word in words.Split('|'))
        {
            var runes = word.EnumerateRunes().ToList();
            var said = runes.FindIndex(Rune.IsLetterOrDigit)..(runes.FindLastIndex(Rune.IsLetterOrDigit) + 1);
            marks.Add(new Mark(at + said.Start.Value, at + said.End.Value, "", marks.Count * each, (marks.Count + 1) * each));
            (text, at) = (text + word, at + runes.Count);
        }
        return Cues.Of(text, marks, Origin, From, Origin + TimeSpan.FromMilliseconds(marks.Count * each));
    }

    private static IEnumerable<string> Shown(IEnumerable<Cue> cues) => cues.Select(cue => FormattableString.Invariant(
        $"{(cue.From - Origin).TotalMilliseconds:0}-{(cue.To - Origin).TotalMilliseconds:0} {cue.Text.Replace('\n', '/')}"));
}
