using Shouldly;
using TtsConsumers.Speech.Text;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.Chinese;

/// <summary>Traditional characters are read as the simplified ones they stand for.</summary>
public sealed class SimplifierTests
{
    [Theory]
    [InlineData("銀行行長強調長期利益", "银行行长强调长期利益")]
    [InlineData("乾隆把衣服晾乾", "乾隆把衣服晾干")]
    [InlineData("頭髮發光", "头发发光")]
    [InlineData("他看著門外，這是名著", "他看着门外，这是名著")]
    [InlineData("曹雪芹著", "曹雪芹著")]
    [InlineData("皇后在後面", "皇后在后面")]
    public void Simplify_TraditionalText_GivesTheSimplifiedOne(string text, string simplified) => Simplified(text).ShouldBe(simplified);

    [Fact]
    public void Simplify_SimplifiedLines_StayAsTheyAre()
    {
        foreach (var line in Golden.ChineseLine.All())
        {
            var explanation = LoadedFrontEnd.Instance.Explain(line.Text, null);
            explanation.Simplified.ShouldBe(explanation.Cleaned);
        }
    }

    [Theory]
    [InlineData("銀行行長說頭髮乾了", "银行行长说头发干了")]
    [InlineData("臺灣的計程車", "台湾的计程车")]
    public void Read_TraditionalText_SoundsLikeTheSimplifiedOne(string text, string simplified) =>
        Phonemes(text).ShouldBe(Phonemes(simplified));

    private static string Simplified(string text) => LoadedFrontEnd.Instance.Explain(text, SpeechLanguage.Chinese).Simplified;

    private static string Phonemes(string text) => LoadedFrontEnd.Instance.Read(text, null).ShouldBeOfType<Reading.Spoken>().Phonemes;
}
