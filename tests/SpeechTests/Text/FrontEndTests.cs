using Shouldly;
using TtsConsumers.Speech.Text;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text;

public sealed class FrontEndTests
{
    [Theory]
    [InlineData("你好，世界。", "ni↗xau↓, ʂɨ↘ʨje↘.")]
    [InlineData("银行行长说。", "i↗nxa↗ŋ xa↗ŋꭧa↓ŋ ʂwo→.")]
    [InlineData("“你好”他说（是）！", "“ni↗xau↓” tʰa→ ʂwo→ (ʂɨ↘)!")]
    public void Read_Chinese_GivesPhonemes(string text, string phonemes)
    {
        Spoken(text).Phonemes.ShouldBe(phonemes);
        Spoken(text).Language.ShouldBe(SpeechLanguage.Chinese);
    }

    [Fact]
    public void Read_English_GivesPhonemes()
    {
        Spoken("The GPU renders 2 frames.").Phonemes.ShouldBe("ðə ʤˌipˌijˈu ɹˈɛndəɹz tˈu fɹˈAmz.");
        Spoken("The GPU renders 2 frames.").Language.ShouldBe(SpeechLanguage.English);
    }

    [Fact]
    public void Read_EnglishWordInChinese_IsSpokenAsEnglishBetweenBlanks() =>
        Spoken("我们用Redis做缓存").Phonemes.ShouldBe("wo↓mən jʊ↘ŋ ɹˈɛdɪs ʦwo↘ xwa↓nʦʰwə↗n");

    [Fact]
    public void Read_HanziInEnglish_AreSpokenAsChinese() =>
        Spoken("The word 你好 means hello to me.").Phonemes.ShouldBe("ðə wˈɜɹd ni↗xau↓ mˈinz həlˈO tə mˌi.");

    [Theory]
    [InlineData("IT部门", "ˌItˈi pu↘mə↗n")]
    [InlineData("刷POS机", "ʂwa→ pˌiˌOˈɛs ʨi→")]
    [InlineData("HELLO大家好", "həlˈO ta↘ʨja→ xau↓")]
    [InlineData("顶一下，push一下", "ti↓ŋ i↗ɕja↘, pˈʊʃ i↗ɕja↘")]
    public void Read_CapitalsInChinese_AreAnAbbreviation(string text, string phonemes) => Spoken(text).Phonemes.ShouldBe(phonemes);

    [Theory]
    [InlineData("她说：You owe $2.50，我没带钱。", "tʰa→ ʂwo→: jˌu ˈO tˈu dˈɑləɹz ænd fˈɪfti sˈɛnts, wo↓ mei↗ tai↘ ʨʰjɛ↗n.")]
    [InlineData("看http://a.b.cn/c/d?e=5。", "kʰa↘n ˈA tjɛ↓n bˈi tjɛ↓n sˌiˈɛn ɕje↗ ka↘ŋ sˈi ɕje↗ ka↘ŋ dˈi wə↘nxau↘ ˈi tə↓ŋy↗ u↓.")]
    public void Read_EnglishInChinese_IsEnglishWhereItIsASentence(string text, string phonemes) => Spoken(text).Phonemes.ShouldBe(phonemes);

    [Theory]
    [InlineData("15", SpeechLanguage.Chinese, "ʂɨ↗u↓")]
    [InlineData("15", SpeechLanguage.English, "fˌɪftˈin")]
    public void Read_NumberAlone_IsSaidInTheLanguageAskedFor(string text, SpeechLanguage language, string phonemes) =>
        LoadedFrontEnd.Instance.Read(text, language).ShouldBeOfType<Reading.Spoken>().Phonemes.ShouldBe(phonemes);

    [Theory]
    [InlineData("行{hang2}", "xa↗ŋ")]
    [InlineData("行{xing2}", "ɕi↗ŋ")]
    [InlineData("女{nü3}", "ny↓")]
    [InlineData("女{nv3}", "ny↓")]
    public void Read_FixedReading_Wins(string text, string phonemes) => Spoken(text).Phonemes.ShouldBe(phonemes);

    [Theory]
    [InlineData("我们用RabbitMQ传递消息", SpeechLanguage.Chinese)]
    [InlineData("Ｈｅｌｌｏ, my friend", SpeechLanguage.English)]
    public void LanguageOf_Text_IsTheLanguageReadGives(string text, SpeechLanguage language)
    {
        LoadedFrontEnd.Instance.LanguageOf(text).ShouldBe(language);
        Spoken(text).Language.ShouldBe(language);
    }

    [Fact]
    public void Read_PartlyUnspeakable_SpeaksTheRestAndNamesIt()
    {
        var spoken = LoadedFrontEnd.Instance.Read("太好了😀！мир", null).ShouldBeOfType<Reading.Spoken>();
        spoken.Phonemes.ShouldBe("tʰai↘ xau↓lɤ!");
        spoken.Notes.ShouldBe(["left out, because it can't be spoken: 😀 (U+1F600), м (U+043C), и (U+0438), р (U+0440)"]);
    }

    [Fact]
    public void Read_EverythingSpeakable_HasNoNotes() =>
        LoadedFrontEnd.Instance.Read("你好, world 3%", null).ShouldBeOfType<Reading.Spoken>().Notes.ShouldBeEmpty();

    [Theory]
    [InlineData("😀", "nothing in the text can be spoken: 😀 (U+1F600)")]
    [InlineData("。！", "nothing in the text can be spoken: 。 (U+3002), ！ (U+FF01)")]
    [InlineData(" \n", "nothing in the text can be spoken: it is blank")]
    [InlineData("\u200d", "nothing in the text can be spoken: U+200D")]
    [InlineData("안녕 мир", "nothing in the text can be spoken: 안 (U+C548), 녕 (U+B155), м (U+043C), и (U+0438), р (U+0440)")]
    public void Read_NothingSpeakable_IsRefusedByName(string text, string message) =>
        LoadedFrontEnd.Instance.Read(text, null).ShouldBe(new Reading.Unspeakable(message));

    [Fact]
    public void Read_AnythingAtAll_NeverThrowsAndStaysInTheVocabulary()
    {
        var random = new Random(7);
        string[] pools = ["一不地得为儿行长重了的我北京银", "0123456789.:/-~%,¥$", "abcXYZ' -.@", "，。！？“”()…—\n ", "{hang2}{", "😀яあ한\u0301\ud800\u0000℃²αΑ½"];
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => pools[random.Next(pools.Length)])
                .Select(pool => pool[random.Next(pool.Length)]));
            if (LoadedFrontEnd.Instance.Read(text, null) is Reading.Spoken spoken)
            {
                spoken.Phonemes.Where(symbol => !LoadedFrontEnd.Vocabulary.Contains(symbol)).ShouldBeEmpty(text);
                spoken.Notes.Where(note => note.Contains("phonemes")).ShouldBeEmpty(text);
            }
        }
    }

    [Fact]
    public void Read_RandomUnicode_IsSpokenOrRefusedInFull()
    {
        var random = new Random(13);
        for (var round = 0; round < 10_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Character(random)));
            switch (LoadedFrontEnd.Instance.Read(text, random.Next(3) switch { 0 => null, 1 => SpeechLanguage.Chinese, _ => SpeechLanguage.English }))
            {
                case Reading.Spoken spoken:
                    spoken.Phonemes.Where(symbol => !LoadedFrontEnd.Vocabulary.Contains(symbol)).ShouldBeEmpty(text);
                    spoken.Words.Count.ShouldBeGreaterThan(0, text);
                    break;
                case Reading.Unspeakable unspeakable:
                    unspeakable.Message.ShouldStartWith("nothing in the text can be spoken: ", customMessage: text);
                    break;
            }
        }
    }

    [Fact]
    public async Task Read_FromSeveralThreads_GivesWhatOneThreadGives()
    {
        string[] texts = ["银行行长重新长高了", "Zubrowka and Kwisatz", "为了2026年11月22日", "我们用RabbitMQ传递消息"];
        var alone = texts.Select(text => Spoken(text).Phonemes).ToArray();
        var together = await Task.WhenAll(Enumerable.Range(0, 64).Select(at => Task.Run(() => Spoken(texts[at % texts.Length]).Phonemes)));
        together.ShouldBe(Enumerable.Range(0, 64).Select(at => alone[at % texts.Length]));
    }

    [Fact]
    public void Load_TableMissing_NamesTheFile()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Should.Throw<IOException>(() => FrontEnd.Load(folder.FullName, LoadedFrontEnd.Models)).Message.ShouldContain(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Any code unit, half of them from where texts come from.</summary>
    private static char Character(Random random) => (char)(random.Next(4) switch
    {
        0 => random.Next(0x20, 0x7f),
        1 => random.Next(0x4e00, 0xa000),
        _ => random.Next(0, 0x10000),
    });

    private static Reading.Spoken Spoken(string text) => LoadedFrontEnd.Instance.Read(text, null).ShouldBeOfType<Reading.Spoken>();
}
