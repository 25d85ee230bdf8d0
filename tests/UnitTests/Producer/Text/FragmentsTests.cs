using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using TtsConsumers.Producer.Client.Text;
using TtsConsumers.Shared.Contracts;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Text;

public sealed class FragmentsTests
{
    [Fact]
    public void Split_ShortText_IsOneFragment() => Fragments.Split(" 你好，世界。 ").ShouldBe(["你好，世界。"]);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("……\n———\n！")]
    public void Split_NothingToSpeak_IsEmpty(string text) => Fragments.Split(text).ShouldBeEmpty();

    [Fact]
    public void Split_LineBreak_EndsAFragment() =>
        Fragments.Split("第一章\r\n\r\n春天来了。").ShouldBe(["第一章", "春天来了。"]);

    [Fact]
    public void Split_TwoSentences_CutsBetweenThem() => Fragments.Split(
        "清晨的阳光洒在湖面上，几只白鹭从芦苇丛中缓缓飞起。远处的山峰还藏在薄雾里，只露出淡淡的轮廓和一角飞檐。").ShouldBe(
        ["清晨的阳光洒在湖面上，几只白鹭从芦苇丛中缓缓飞起。", "远处的山峰还藏在薄雾里，只露出淡淡的轮廓和一角飞檐。"]);

    [Fact]
    public void Split_ShortSentences_StayTogether() => Fragments.Split(
        "你来了？我等了很久。坐下喝杯茶吧，外面风大，路上一定很冷，先暖暖手。").Count.ShouldBe(1);

    [Fact]
    public void Split_LongSentence_CutsAtAClause() => Fragments.Split(
        "银行行长在昨天下午召开的年度工作会议上反复强调，要重视客户的长期利益和资金的安全，并且要求所有的分支机构在月底之前提交报告").ShouldBe(
        ["银行行长在昨天下午召开的年度工作会议上反复强调，", "要重视客户的长期利益和资金的安全，并且要求所有的分支机构在月底之前提交报告"]);

    [Fact]
    public void Split_EnglishSentences_CutsBetweenWords()
    {
        var fragments = Fragments.Split("The quick brown fox jumps over the lazy dog while Dr. Smith is counting 1,250.75 sheep at 8:30 in the morning");

        string.Join(' ', fragments).ShouldBe("The quick brown fox jumps over the lazy dog while Dr. Smith is counting 1,250.75 sheep at 8:30 in the morning");
        fragments.ShouldAllBe(fragment => fragment.Length >= 20 && fragment.Length <= 50);
    }

    [Theory]
    [InlineData("3.14159")]
    [InlineData("1,234,567")]
    [InlineData("2026-11-22")]
    [InlineData("08:30:15")]
    [InlineData("138 0013 8000")]
    [InlineData("v1.2.3")]
    [InlineData("don't")]
    [InlineData("don’t")]
    [InlineData("internationalization")]
    [InlineData("name@example.com")]
    [InlineData("U.S.A.")]
    [InlineData("25℃")]
    [InlineData("2026年")]
    [InlineData("（一九四九年十月一日，星期六。北京）")]
    [InlineData("《论语·学而。第一》")]
    [InlineData("f(x, y)")]
    public void Split_WherverItStands_KeepsItWhole(string whole)
    {
        for (var before = 0; before < 60; before++)
        {
            var text = $"{new string('春', before)}，{whole}，{new string('秋', 45)}";

            Fragments.Split(text).ShouldContain(fragment => fragment.Contains(whole), $"after {before} characters");
        }
    }

    [Theory]
    [InlineData("他说：“今天的天气真的很好啊，我们一起出去走走吧！”")]
    [InlineData("这是真的吗？！")]
    [InlineData("他想了很久很久……")]
    public void Split_MarksAndClosingQuotes_StayWithTheirSentence(string sentence) =>
        Fragments.Split(sentence + new string('好', 48) + "。")[0].ShouldBe(sentence);

    [Fact]
    public void Split_LongSpeechInQuotes_CutsAtItsSentences() => Fragments.Split(
        "“我从小就住在这条街上，街角的面包店换了三个主人。每天早晨我都能闻到新鲜面包的香味，那味道一直没有变过。”").Count.ShouldBe(2);

    [Fact]
    public void Split_OpenBracketWithoutPartner_IsNoPair() =>
        Fragments.Split("（" + string.Concat(Enumerable.Repeat("这里有一个句子，它说了十几个字。", 6))).ShouldAllBe(fragment => fragment.Length <= 50);

    [Fact]
    public void Split_BracketsLongerThanAJobMayBe_AreCutAllTheSame()
    {
        var text = $"（{string.Concat(Enumerable.Repeat("字", 1200))}）";

        var fragments = Fragments.Split(text);

        string.Concat(fragments).ShouldBe(text);
        fragments.ShouldAllBe(fragment => fragment.Length <= JobLimits.DefaultTextScalars);
    }

    [Fact]
    public void Split_NoPunctuationAtAll_StaysWholeWithoutWords() =>
        Fragments.Split("春天来到了我们的小镇" + new string('花', 60)).ShouldHaveSingleItem();

    [Fact]
    public void Split_NoPunctuationAtAll_IsCutBetweenWordsWhereTheyAreKnown()
    {
        var words = new ListedWords("春天", "来到", "我们", "小镇", "花园", "目的地");

        var fragments = Fragments.Split(string.Concat(Enumerable.Repeat("春天来到我们小镇花园目的地", 8)), words: words);

        fragments.ShouldAllBe(fragment => fragment.Length >= 20 && fragment.Length <= 50);
        fragments.ShouldAllBe(fragment => words.AreWhole(fragment));
    }

    [Fact]
    public void Split_ParticleAfterALongClause_StaysWithItsWord() =>
        Fragments.Split(new string('香', 49) + "的" + new string('花', 30), words: new ListedWords()).ShouldAllBe(fragment => fragment[0] != '的');

    [Theory]
    [InlineData("我们用competing consumers的办法")]
    [InlineData("他在 New York City 住了")]
    [InlineData("这叫 machine learning 吗")]
    public void Split_EnglishInsideChinese_StaysWhole(string phrase)
    {
        var whole = string.Concat(phrase.Where(c => char.IsAscii(c))).Trim();
        for (var before = 0; before < 60; before++)
        {
            var text = $"{new string('春', before)}{phrase}{new string('秋', 45)}";

            Fragments.Split(text, words: new ListedWords()).ShouldContain(fragment => fragment.Contains(whole), $"after {before} characters");
        }
    }

    [Fact]
    public void Split_LongEnglish_IsCutWhereANewPartBegins() => Fragments.Split(
        "The old house at the end of the lane had been empty for years because nobody in New York City wanted to buy the ruin").ShouldBe(
        ["The old house at the end of the lane", "had been empty for years because nobody", "in New York City wanted to buy the ruin"]);

    [Fact]
    public void Split_ReadingInBraces_StaysAtItsCharacter() =>
        Fragments.Split(new string('春', 49) + "行{hang2}" + new string('秋', 30), words: new ListedWords()).ShouldContain(fragment => fragment.Contains("行{hang2}"));

    [Fact]
    public void Split_PairOfSurrogates_IsNeverParted() =>
        Fragments.Split("a" + string.Concat(Enumerable.Repeat("😀", 400))).ShouldAllBe(fragment => !char.IsLowSurrogate(fragment[0]));

    /// <summary>What must stay whole stands anywhere between anything, with known words around it.</summary>
    [Fact]
    public void Split_AnyText_CutsNothingThatMustStayWhole()
    {
        string[] wholes =
        [
            "3.14159", "1,234,567", "138 0013 8000", "2026-11-23", "08:30", "25℃", "第12章", "一百二十三", "目的地", "长期利益", "don't", "machine learning",
            "New York", "GPT-4 Turbo", "（见第3页，下同。）", "《红楼梦。续》", "f(x, y)", "行{hang2}", "name@example.com", "￥100",
        ];
        string[] between = ["，", "。", "春天", "的", "了", "、", "！", " ", "：", "“", "”", "来到"];
        var words = new ListedWords("春天", "来到", "目的地", "长期利益");
        var texts = Gen.Elements(between).ListOf(4).Select(parts => string.Concat(parts)).Zip(Gen.Elements(wholes)).ListOf()
            .Select(pairs => (Text: string.Concat(pairs.Select(pair => $"{pair.Item1}，{pair.Item2}，")), Wholes: pairs.Select(pair => pair.Item2).ToList()));

        Prop.ForAll(Arb.From(texts), sample =>
        {
            var fragments = Fragments.Split(sample.Text, words: words);
            return sample.Wholes.Distinct().All(whole => fragments.Sum(fragment => Count(fragment, whole)) == Count(sample.Text, whole));
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Prose as people write it keeps to the length; only what must stay whole makes a fragment longer.</summary>
    [Fact]
    public void Split_AnyProse_KeepsToTheLength()
    {
        var sentence = Gen.Choose(1, 4).SelectMany(clauses => Gen.Choose(4, 45).ListOf(clauses))
            .Select(lengths => string.Join("，", lengths.Select(length => new string('字', length))) + "。");

        Prop.ForAll(Arb.From(sentence.ListOf().Select(parts => string.Concat(parts))), text =>
        {
            var fragments = Fragments.Split(text);
            return fragments.All(fragment => fragment.Length <= 50) && fragments.Zip(fragments.Skip(1)).All(pair => pair.First.Length + pair.Second.Length > 25);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Cut_Fragments_TellWhatEndsWithThem() => Fragments.Cut(
        "他来了，" + new string('春', 48) + "。" + new string('夏', 30) + "。\n" + new string('秋', 60) + "。", words: new ListedWords()).Select(fragment => fragment.After)
        .ShouldBe([Break.Clause, Break.Sentence, Break.Paragraph, Break.Word, Break.Paragraph]);

    [Fact]
    public void Split_AnyText_LosesNothingAndGivesSpeakableJobs()
    {
        var pieces = Gen.Elements(
            "天", "地", "的", "玄黄", "word", "it's", "12", "3.5", "，", "。", "、", "！", "？", "；", "：", "……", "“", "”", "（", "）", "(", ")", "《", "》", " ", "-", "℃", "\"");
        var texts = pieces.ListOf().Select(parts => string.Concat(parts));

        Prop.ForAll(Arb.From(texts), text =>
        {
            var fragments = Fragments.Split(text);
            var whole = string.Concat(fragments.SelectMany(fragment => fragment).Where(c => !char.IsWhiteSpace(c)));
            var expected = text.Any(char.IsLetterOrDigit) ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))) : "";
            return whole == expected && fragments.All(fragment => fragment.Length is > 0 and <= JobLimits.DefaultTextScalars);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Split_OtherLength_IsKept() => Fragments.Split(
        string.Concat(Enumerable.Repeat("一二三四五六七，", 30)), new FragmentLength(60, 100)).ShouldAllBe(fragment => fragment.Length <= 100);

    [Theory]
    [InlineData(0, 50)]
    [InlineData(30, 20)]
    [InlineData(20, 501)]
    public void FragmentLength_OutOfRange_IsRefused(int least, int most) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new FragmentLength(least, most));

    [Fact]
    public void ToJobs_Fragments_AreNumberedInOneStream()
    {
        var jobs = Fragments.ToJobs(["甲。", "乙。", "丙。"], "say-1", new SpeechJob { Id = "", Text = "", Voice = "zf_xiaoxiao", Speed = 1.5 }).ToList();

        jobs.Select(job => job.Id).ShouldBe(["say-1-0000", "say-1-0001", "say-1-0002"]);
        jobs.Select(job => job.Stream).ShouldBe([new("say-1", 0), new("say-1", 1), new("say-1", 2, Last: true)]);
        jobs.ShouldAllBe(job => job.Voice == "zf_xiaoxiao" && job.Speed == 1.5);
        jobs.ShouldAllBe(job => JobRules.Check(job, JobLimits.DefaultTextScalars) == null);
    }

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "").Length) / part.Length;

    /// <summary>A lexicon of a few words; every other character is a word of its own.</summary>
    private sealed class ListedWords(params string[] words) : IWordBreaks
    {
        public IEnumerable<int> StartsOfWords(string line)
        {
            for (var at = 0; at < line.Length; at += words.FirstOrDefault(word => line.AsSpan(at).StartsWith(word))?.Length ?? 1)
                yield return at;
        }

        public bool AreWhole(string fragment) => words.Aggregate(fragment, (rest, word) => rest.Replace(word, "")).Length == 0;
    }
}
