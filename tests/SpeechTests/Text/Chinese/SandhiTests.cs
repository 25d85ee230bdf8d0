using Shouldly;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.Chinese;

public sealed class SandhiTests
{
    [Theory]
    [InlineData("不去", "bu2 qu4")]
    [InlineData("不来", "bu4 lai2")]
    [InlineData("不", "bu4")]
    public void Bu_BeforeAFourthTone_Rises(string text, string syllables) => Spoken(text).ShouldBe(syllables);

    [Theory]
    [InlineData("一个人", "yi2 ge5 ren2")]
    [InlineData("一样", "yi2 yang4")]
    [InlineData("一天", "yi4 tian1")]
    [InlineData("一起", "yi4 qi3")]
    [InlineData("看一看", "kan4 yi5 kan4")]
    [InlineData("第一次", "di4 yi1 ci4")]
    [InlineData("一月一日", "yi1 yue4 yi1 ri4")]
    [InlineData("一楼", "yi1 lou2")]
    [InlineData("二零一零", "er4 ling2 yi1 ling2")]
    [InlineData("统一规格", "tong3 yi1 gui1 ge2")]
    [InlineData("统一一下", "tong3 yi1 yi2 xia4")]
    [InlineData("每一台", "mei3 yi4 tai2")]
    [InlineData("一加一", "yi1 jia1 yi1")]
    [InlineData("一到六月", "yi1 dao4 liu4 yue4")]
    [InlineData("一到家", "yi2 dao4 jia1")]
    [InlineData("独一无二", "du2 yi1 wu2 er4")]
    [InlineData("一年级", "yi1 nian2 ji2")]
    [InlineData("二号楼一层", "er4 hao4 lou2 yi1 ceng2")]
    [InlineData("一层薄冰", "yi4 ceng2 bao2 bing1")]
    public void Yi_ByItsNeighbours(string text, string syllables) => Spoken(text).ShouldBe(syllables);

    [Theory]
    [InlineData("你好", "ni2 hao3")]
    [InlineData("洗手间", "xi2 shou3 jian1")]
    [InlineData("展览馆", "zhan2 lan2 guan3")]
    [InlineData("小老虎", "xiao3 lao2 hu3")]
    public void ThirdTones_InsideAWord(string text, string syllables) => Spoken(text).ShouldBe(syllables);

    [Fact]
    public void ThirdTones_AcrossWords_Stay() => Spoken("买雨伞").ShouldBe("mai3 yu2 san3");

    private static string Spoken(string text) => string.Join(' ', LoadedFrontEnd.Analyse(text).Spoken);
}
