using Shouldly;
using TtsConsumers.Speech.Text.Chinese.Contexts;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.Chinese;

/// <summary>The patterns of contexts.tsv, looked for around 行.</summary>
public sealed class ContextPatternTests
{
    [Theory]
    [InlineData("不~", "不行", true)]
    [InlineData("不~", "行不", false)]
    [InlineData("[不还]~", "还行", true)]
    [InlineData("~[^人$]", "行李", true)]
    [InlineData("~[^人$]", "行人", false)]
    [InlineData("~[^人$]", "不行，", false)]
    [InlineData("~$", "不行，来", true)]
    [InlineData("~，", "不行，来", true)]
    [InlineData("~，", "不行。来", false)]
    [InlineData("^不~", "不行", false)]
    [InlineData("一*~", "一共十行", true)]
    [InlineData("一*~", "一个，行", false)]
    [InlineData("他*~", "他说了一句又一句的好话可是还是不行", true)]
    [InlineData("他*~", "他说了一句又一句又一句又一句的好话可是还是不行", false)]
    [InlineData("十几?~", "十行", true)]
    [InlineData("十几?~", "十几行", true)]
    [InlineData("|~|", "他行", true)]
    [InlineData("|~", "银行", false)]
    public void Fits_ByWhatStandsBeside(string pattern, string text, bool fits) =>
        new ContextPattern(pattern).Fits(LoadedFrontEnd.Analyse(text), text.IndexOf('行')).ShouldBe(fits);

    [Theory]
    [InlineData("不行")]
    [InlineData("~不~")]
    [InlineData("[不~")]
    public void New_Malformed_SaysWhy(string pattern) =>
        Should.Throw<FormatException>(() => new ContextPattern(pattern)).Message.ShouldContain(pattern);

    [Theory]
    [InlineData("行\thang2")]
    [InlineData("银行\thang2\t~")]
    [InlineData("行\thang2\t不行")]
    public void Load_MalformedLine_IsNamed(string line)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, $"# a remark\n{line}\n");
            Should.Throw<InvalidDataException>(() => CharacterContexts.Load(path)).Message.ShouldContain("line 2");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
