using Shouldly;
using TtsConsumers.Speech.Text.Chinese.Normalizing;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Text.Chinese;

public sealed class ChineseNumberTests
{
    [Theory]
    [InlineData("0", "零")]
    [InlineData("10", "十")]
    [InlineData("12", "十二")]
    [InlineData("20", "二十")]
    [InlineData("110", "一百一十")]
    [InlineData("111", "一百一十一")]
    [InlineData("200", "二百")]
    [InlineData("202", "二百零二")]
    [InlineData("1001", "一千零一")]
    [InlineData("1010", "一千零一十")]
    [InlineData("2000", "两千")]
    [InlineData("2200", "两千二百")]
    [InlineData("10000", "一万")]
    [InlineData("12000", "一万两千")]
    [InlineData("20000", "两万")]
    [InlineData("100000", "十万")]
    [InlineData("105000", "十万五千")]
    [InlineData("1000500", "一百万零五百")]
    [InlineData("1250000", "一百二十五万")]
    [InlineData("200000000", "两亿")]
    [InlineData("100110000", "一亿零一十一万")]
    [InlineData("1234567890", "十二亿三千四百五十六万七千八百九十")]
    [InlineData("1000000000000", "一万亿")]
    public void Cardinal_WholeNumber_IsSaid(string digits, string said) => ChineseNumber.Cardinal(digits).ShouldBe(said);

    [Theory]
    [InlineData("1,250,000", "一百二十五万")]
    [InlineData("3.1416", "三点一四一六")]
    [InlineData("0.50", "零点五零")]
    [InlineData("007", "零零七")]
    [InlineData("12345678901234567", "一二三四五六七八九零一二三四五六七")]
    public void Say_NumberAsWritten_IsSaid(string number, string said) => ChineseNumber.Say(number).ShouldBe(said);

    [Theory]
    [InlineData("12.50", "十二点五")]
    [InlineData("12.00", "十二")]
    [InlineData("2", "两")]
    [InlineData("100", "一百")]
    public void Amount_Money_LosesTrailingZeros(string number, string said) => ChineseNumber.Amount(number).ShouldBe(said);

    [Fact]
    public void Code_Ones_AreYao() => ChineseNumber.Code("13800138000").ShouldBe("幺三八零零幺三八零零零");
}
