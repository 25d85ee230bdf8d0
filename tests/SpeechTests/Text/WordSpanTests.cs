using Shouldly;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Overrides;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text;

/// <summary>Every word that is said is found in the text as sent, whatever the stages made of it.</summary>
public sealed class WordSpanTests
{
    [Theory]
    [InlineData("银行行长说。", "银行|行长|说")]
    [InlineData("今天  天气，真好！", "今天|天气|真|好")]
    [InlineData("“你好”，她说……", "你好|她|说")]
    [InlineData("第一行\n第二行", "第一行|第二行")]
    [InlineData("我们用Redis做缓存", "我们|用|Redis|做|缓存")]
    public void Words_OfPlainText_AreItsWords(string text, string words) => Words(text).ShouldBe(words);

    [Theory]
    [InlineData("他在2026年11月22日8:30到。", "他|在|2026年11月22日|8:30|到")]
    [InlineData("3月8号下午3点05分见", "3月8号|下午|3点05分|见")]
    [InlineData("2026年11月的3天", "2026年11月|的|3天")]
    [InlineData("2026-11-22出发", "2026-11-22|出发")]
    [InlineData("价格是1,250.50元", "价格|是|1,250.50元")]
    [InlineData("比分3:2，占12.5%", "比分|3:2|占|12.5%")]
    [InlineData("零下，-15℃", "零下|-15℃")]
    [InlineData("电话13800138000，请打", "电话|13800138000|请|打")]
    [InlineData("见www.example.com/a吧", "见|www.example.com/a|吧")]
    [InlineData("It costs $3.50 on March 3, 2025.", "It|costs|$3.50|on|March 3, 2025")]
    [InlineData("It fell to -12 by 6:45 AM.", "It|fell|to|-12|by|6:45|AM")]
    [InlineData("Write to a.b@example.com now", "Write|to|a.b@example.com|now")]
    public void Words_OfNumbersAndDates_AreOneEach(string text, string words) => Words(text).ShouldBe(words);

    [Theory]
    [InlineData("銀行行長說", "銀行|行長|說")]
    [InlineData("ＡＢＣ　公司", "ＡＢＣ|公司")]
    [InlineData("①苹果", "①|苹果")]
    [InlineData("面积㎡很大", "面积|㎡|很大")]
    [InlineData("cafe\u0301 is open", "cafe\u0301|is|open")]
    [InlineData("太好了😀！好", "太|好了|好")]
    [InlineData("👍🏽好的👍🏽", "好|的")]
    [InlineData("a\u200bb", "a\u200bb")]
    public void Words_OfFoldedCharacters_AreAsSent(string text, string words) => Words(text).ShouldBe(words);

    [Theory]
    [InlineData("银行{hang2}好", "银行{hang2}好", "银行|好")]
    [InlineData("行{hang2}长", "行长 is one word of the list", "行{hang2}长")]
    public void Words_WithFixedReadings_AreFound(string text, string why, string words) => Words(text).ShouldBe(words, why);

    [Fact]
    public void Words_OfTheJobsLexicon_AreFound()
    {
        List<string> faults = [];
        var own = LoadedFrontEnd.Instance.ReadLexicon(new Dictionary<string, string> { ["K8s"] = "kˈAts", ["曾行长"] = "zeng1 hang2 zhang3" }, faults);
        faults.ShouldBeEmpty();
        Words("我用K8s，曾行长也用", own).ShouldBe("我|用|K8s|曾行长|也|用");
    }

    [Theory]
    [InlineData("银行行长说。", "i↗nxa↗ŋ|xa↗ŋꭧa↓ŋ|ʂwo→")]
    [InlineData("It costs $3.50.", "ˌɪt|kˈɔsts|θɹˈi dˈɑləɹz ænd fˈɪfti sˈɛnts")]
    [InlineData("，我们用Redis。", "wo↓mən|jʊ↘ŋ|ɹˈɛdɪs")]
    public void Words_HaveTheirPhonemes(string text, string phonemes)
    {
        var spoken = Spoken(text);
        string.Join('|', spoken.Words.Select(word => spoken.Phonemes[word.Start..word.End])).ShouldBe(phonemes);
    }

    [Fact]
    public void Words_OfAnyText_FollowEachOtherWithoutOverlap()
    {
        var random = new Random(11);
        string[] pools = ["一不地得为儿行长重了的我北京银銀說", "0123456789.:/-~%,¥$", "abcXYZ' -.@", "，。！？“”()…—\n ", "{hang2}{", "😀яあ한\u0301\u200d℃²αΑ½ＡＢ①"];
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => pools[random.Next(pools.Length)])
                .Select(pool => pool[random.Next(pool.Length)]));
            if (LoadedFrontEnd.Instance.Read(text, null) is Reading.Spoken spoken)
            {
                var (to, end) = (0, 0);
                foreach (var word in spoken.Words)
                {
                    (word.From >= to && word.To > word.From && word.To <= text.Length).ShouldBeTrue(text);
                    (word.Start >= end && word.End > word.Start && word.End <= spoken.Phonemes.Length).ShouldBeTrue(text);
                    (to, end) = (word.To, word.End);
                }
            }
        }
    }

    private static Reading.Spoken Spoken(string text, UserLexicon? own = null) =>
        LoadedFrontEnd.Instance.Read(text, null, own).ShouldBeOfType<Reading.Spoken>();

    private static string Words(string text, UserLexicon? own = null) =>
        string.Join('|', Spoken(text, own).Words.Select(word => text[word.From..word.To]));
}
