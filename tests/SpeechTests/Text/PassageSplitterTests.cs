using Shouldly;
using TtsConsumers.Speech.Text;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text;

public sealed class PassageSplitterTests
{
    [Theory]
    [InlineData("你好，world！", SpeechLanguage.Chinese)]
    [InlineData("I love 北京.", SpeechLanguage.Chinese)]
    [InlineData("The word 你好 means hello in Chinese.", SpeechLanguage.English)]
    [InlineData("Hello, world.", SpeechLanguage.English)]
    [InlineData("12345", SpeechLanguage.Chinese)]
    [InlineData("5-3=2，3x4=12，y>1", SpeechLanguage.Chinese)]
    [InlineData("", SpeechLanguage.Chinese)]
    public void MainLanguage_OfAText_GoesByScript(string text, SpeechLanguage language) =>
        PassageSplitter.MainLanguage(text).ShouldBe(language);

    [Theory]
    [InlineData("新买的iPhone 15，很好。", "zh:新买的iPhone 15，很好。")]
    [InlineData("iPhone 15，很好。", "zh:iPhone 15，很好。")]
    [InlineData("我有3只猫。I have 3 cats. 好。", "zh:我有3只猫。|en:I have 3 cats.|zh: 好。")]
    [InlineData("Mr. Lee has 3 cats. 他有3只猫。", "en:Mr. Lee has 3 cats.|zh: 他有3只猫。")]
    public void Split_ChineseText_OnlyWholeEnglishClausesAreEnglish(string text, string passages) =>
        Show(text, SpeechLanguage.Chinese).ShouldBe(passages);

    [Theory]
    [InlineData("The word 你好 means hello in 2 ways.", "en:The word |zh:你好|en: means hello in 2 ways.")]
    [InlineData("Dr. Lee paid 3.14 at 8:30, e.g. cash.", "en:Dr. Lee paid 3.14 at 8:30, e.g. cash.")]
    public void Split_EnglishText_CutsHanziOut(string text, string passages) => Show(text, SpeechLanguage.English).ShouldBe(passages);

    [Theory]
    [InlineData("价格1,250元, see www.example.com. Really? 真的!")]
    [InlineData("a.b。c\nd；")]
    public void Split_AnyText_LosesNothing(string text) =>
        string.Concat(PassageSplitter.Split(PlacedText.AsSent(text), SpeechLanguage.Chinese).Select(passage => passage.Text)).ShouldBe(text);

    private static string Show(string text, SpeechLanguage main) => string.Join('|', PassageSplitter.Split(PlacedText.AsSent(text), main)
        .Select(passage => $"{(passage.Language == SpeechLanguage.Chinese ? "zh" : "en")}:{passage.Text}"));
}
