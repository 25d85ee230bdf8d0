using Shouldly;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Cleaning;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text;

public sealed class TextCleanerTests
{
    [Theory]
    [InlineData("ＡＢＣ１２３％", "ABC123%")]
    [InlineData("￥５００", "¥500")]
    [InlineData("５０，０００", "50,000")]
    [InlineData("１，２００，３", "1，200，3")]
    [InlineData("①⑴❸⑳Ⅷ٣₂", "①①③⑳832")]
    [InlineData("㎡㎏", "m²kg")]
    [InlineData("café naïve São Việt Łódź nǐhǎo", "cafe naive Sao Viet Lodz nihao")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("𝐇𝒾", "Hi")]
    [InlineData("Straße Æsir", "Strasse AEsir")]
    [InlineData("a\u00a0b\tc", "a b c")]
    public void Clean_OtherFormsOfPlainCharacters_AreFolded(string text, string clean) => Clean(text).ShouldBe(clean);

    [Theory]
    [InlineData("真的？！", "真的？")]
    [InlineData("什么?!", "什么?")]
    [InlineData("好！！！", "好！")]
    [InlineData("他想……", "他想…")]
    [InlineData("Wait....", "Wait…")]
    [InlineData("完。。。", "完。")]
    [InlineData("香蕉——这些", "香蕉—这些")]
    [InlineData("一行\n\n\n二行", "一行\n二行")]
    [InlineData("3.14", "3.14")]
    [InlineData("----", "—")]
    public void Clean_RepeatedMarks_BecomeOne(string text, string clean) => Clean(text).ShouldBe(clean);

    [Theory]
    [InlineData("「你好」《书》【注】", "“你好”“书”“注”")]
    [InlineData("他说\"你好\"。", "他说“你好”。")]
    [InlineData("'Hello,' she said", "“Hello,” she said")]
    [InlineData("don’t the students’ books", "don't the students' books")]
    [InlineData("the '90s", "the '90s")]
    [InlineData("[备注]", "(备注)")]
    public void Clean_Quotes_GetTheirDirection(string text, string clean) => Clean(text).ShouldBe(clean);

    [Theory]
    [InlineData("好😀！", "😀 (U+1F600)")]
    [InlineData("мир", "м (U+043C), и (U+0438), р (U+0440)")]
    [InlineData("ひカ한", "ひ (U+3072), カ (U+30AB), 한 (U+D55C)")]
    [InlineData("Ελλ", "Ε (U+0395), λ (U+03BB)")]
    [InlineData("a\u0007b", "U+0007")]
    [InlineData("\ue000", "U+E000")]
    [InlineData("𠀀", "𠀀 (U+20000)")]
    [InlineData("\ud800", "\ufffd (U+FFFD)")]
    public void Clean_Unspeakable_IsTakenOutAndNamed(string text, string named)
    {
        var leftOut = new LeftOut();
        LoadedFrontEnd.Instance.Cleaner.Clean(text, leftOut);
        leftOut.ToString().ShouldBe(named);
    }

    [Theory]
    [InlineData("👨‍👩‍👧", 3)]
    [InlineData("☺️", 1)]
    public void Clean_EmojiSequence_NamesNoJoiners(string text, int named)
    {
        var leftOut = new LeftOut();
        LoadedFrontEnd.Instance.Cleaner.Clean(text, leftOut);
        leftOut.ToString().Split(", ").Length.ShouldBe(named);
    }

    [Fact]
    public void Clean_ManyUnspeakable_NamesTenAndCountsTheRest()
    {
        var leftOut = new LeftOut();
        LoadedFrontEnd.Instance.Cleaner.Clean("абвгдежзиклм", leftOut);
        leftOut.ToString().ShouldEndWith("к (U+043A) and 2 more");
    }

    [Fact]
    public void Clean_EveryNamedSign_IsKept()
    {
        foreach (var sign in SymbolNames.All)
        {
            var leftOut = new LeftOut();
            LoadedFrontEnd.Instance.Cleaner.Clean($"a {sign} b", leftOut).Text.ShouldBe($"a {sign} b");
            leftOut.Any.ShouldBeFalse();
        }
    }

    private static string Clean(string text)
    {
        var leftOut = new LeftOut();
        var clean = LoadedFrontEnd.Instance.Cleaner.Clean(text, leftOut).Text;
        leftOut.ToString().ShouldBe(string.Empty);
        return clean;
    }
}
