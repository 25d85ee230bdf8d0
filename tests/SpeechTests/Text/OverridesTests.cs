using Shouldly;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Overrides;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text;

/// <summary>Readings of somebody's own: in the text, for a job, for a deployment; and what is said of wrong ones.</summary>
public sealed class OverridesTests
{
    [Theory]
    [InlineData("行{hang2}", "hang2")]
    [InlineData("行长{hang2 zhang3}来了", "hang2 zhang3 lai2 le5")]
    [InlineData("我行{Hang2}我素", "wo3 hang2 wo3 su4")]
    [InlineData("不{bu4}去", "bu4 qu4")]
    [InlineData("2{liang3}", "liang3")]
    [InlineData("銀行長{zhang3}", "yin2 hang2 zhang3")]
    public void Inline_GoodReading_IsSaidAsItStands(string text, string spoken) => Spoken(text).ShouldBe(spoken);

    [Theory]
    [InlineData("行{hang9}", "the reading {hang9} behind 行 is not used: write pinyin with the number of its tone, 1 to 5, such as {hang2}")]
    [InlineData("行{hang}", "the reading {hang} behind 行 is not used: write pinyin with the number of its tone, 1 to 5, such as {hang2}")]
    [InlineData("行{hang2 zhang3}", "the reading {hang2 zhang3} behind 行 is not used: there are 2 syllables behind 1 Hanzi")]
    public void Inline_WrongReading_IsNamedInANote(string text, string note) =>
        LoadedFrontEnd.Instance.Read(text, null).ShouldBeOfType<Reading.Spoken>().Notes.ShouldBe([note]);

    [Fact]
    public void Inline_BracesOfAnotherKind_AreNoReading() =>
        LoadedFrontEnd.Instance.Read("集合{a, b}", null).ShouldBeOfType<Reading.Spoken>().Notes.ShouldBeEmpty();

    [Fact]
    public void Job_ItsLexicon_WinsOverPhrasesAndModel()
    {
        var own = Lexicon(("行长", "xing2 chang2"), ("K8s", "kˈAts"));

        Spoken("银行行长用K8s", own).ShouldBe("yin2 hang2 xing2 chang2 yong4");
        Phonemes("银行行长用K8s", own).ShouldContain("kˈAts");
        Phonemes("The K8s cluster", own).ShouldContain("kˈAts");
    }

    [Fact]
    public void Job_LongerWord_WinsOverShorter() =>
        Spoken("曾行长来了", Lexicon(("行长", "xing2 chang2"), ("曾行长", "zeng1 hang2 zhang3"))).ShouldBe("zeng1 hang2 zhang3 lai2 le5");

    [Fact]
    public void Job_TextWithItsOwnReading_WinsOverTheLexicon() =>
        Spoken("行长{hang2 zhang3}", Lexicon(("行长", "xing2 chang2"))).ShouldBe("hang2 zhang3");

    [Theory]
    [InlineData("行长", "hang2", "2 Hanzi need 2 syllables")]
    [InlineData("行", "hang9", "'hang9' is no syllable of Chinese")]
    [InlineData("行", "", "there is no reading")]
    [InlineData("我{", "wo3", "has no braces")]
    [InlineData("K8s", "qqq", "'q' in 'qqq' is no English phoneme")]
    [InlineData("😀", "wo3", "the word has what can't be spoken: 😀 (U+1F600)")]
    public void Job_WrongEntry_IsExplained(string word, string reading, string fault)
    {
        List<string> faults = [];
        LoadedFrontEnd.Instance.ReadLexicon(new Dictionary<string, string> { [word] = reading }, faults).IsEmpty.ShouldBeTrue();
        faults.ShouldHaveSingleItem().ShouldContain(fault);
    }

    [Fact]
    public void Deployment_ItsFile_WinsOverTablesAndLosesToTheJob()
    {
        using var frontEnd = Load("# own words\n\n行长\txing2 chang2\n\ufeff重庆\tzhong4 qing4\n");
        Read(frontEnd, "行长在重庆").ShouldBe("xing2 chang2 zai4 zhong4 qing4");
        Read(frontEnd, "行长", Lexicon(("行长", "hang2 zhang3"))).ShouldBe("hang2 zhang3");
        frontEnd.UserLexiconSha256!.ShouldMatch("^[0-9a-f]{64}$");
        LoadedFrontEnd.Instance.UserLexiconSha256.ShouldBeNull();
    }

    [Fact]
    public void Deployment_WrongFile_NamesEveryMistakeWithItsLine()
    {
        var faults = Should.Throw<UserLexiconException>(() => Load("行长\thang2\nabc\n好\thao4\n好\thao3\n")).Faults;
        faults.Count.ShouldBe(3);
        faults[0].ShouldContain("line 1: '行长': 2 Hanzi need 2 syllables");
        faults[1].ShouldContain("line 2: a line is a word, one tab and a reading");
        faults[2].ShouldContain("line 4: '好' stands there twice");
    }

    [Fact]
    public void Deployment_NoSuchFile_IsNamed() =>
        Should.Throw<UserLexiconException>(() => FrontEnd.Load(LoadedFrontEnd.Lexicon, LoadedFrontEnd.Models, "/no/such/words.tsv"))
            .Faults.ShouldHaveSingleItem().ShouldContain("/no/such/words.tsv can't be read");

    private static FrontEnd Load(string lines)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, lines);
            return FrontEnd.Load(LoadedFrontEnd.Lexicon, LoadedFrontEnd.Models, file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static UserLexicon Lexicon(params (string Word, string Reading)[] words)
    {
        List<string> faults = [];
        var lexicon = LoadedFrontEnd.Instance.ReadLexicon(words.ToDictionary(entry => entry.Word, entry => entry.Reading), faults);
        faults.ShouldBeEmpty();
        return lexicon;
    }

    private static string Spoken(string text, UserLexicon? own = null) => Read(LoadedFrontEnd.Instance, text, own);

    private static string Read(FrontEnd frontEnd, string text, UserLexicon? own = null) =>
        string.Join(' ', frontEnd.Explain(text, null, own).Words.SelectMany(word => word.Spoken));

    private static string Phonemes(string text, UserLexicon own) =>
        LoadedFrontEnd.Instance.Read(text, null, own).ShouldBeOfType<Reading.Spoken>().Phonemes;
}
