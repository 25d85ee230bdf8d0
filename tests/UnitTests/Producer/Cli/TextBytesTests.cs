using System.Text;
using Shouldly;
using TtsConsumers.Producer.Cli;
using TtsConsumers.Producer.Cli.Speaking;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Cli;

public sealed class TextBytesTests
{
    private const string Text = "第一章 春天，3 km：Hello。";

    [Fact]
    public void Read_Utf8_IsRead() => TextBytes.Read(Encoding.UTF8.GetBytes(Text), "book.txt").ShouldBe((Text, null));

    [Fact]
    public void Read_Utf8WithItsMark_LosesTheMark() => TextBytes.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)], "book.txt").ShouldBe((Text, null));

    [Fact]
    public void Read_Utf16WithItsMark_IsRead()
    {
        TextBytes.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)], "book.txt").ShouldBe((Text, null));
        TextBytes.Read([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)], "book.txt").ShouldBe((Text, null));
    }

    [Fact]
    public void Read_Gb18030_IsReadAndTold()
    {
        // 第一章 in GB18030, as the standard's table has it.
        TextBytes.Read([0xB5, 0xDA, 0xD2, 0xBB, 0xD5, 0xC2], "book.txt").ShouldBe(("第一章", "GB18030"));
        TextBytes.Read(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Text), "book.txt").ShouldBe((Text, "GB18030"));
    }

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x00, 0x01 })]
    [InlineData(new byte[] { 0xFF, 0x41, 0xFF, 0xFF })]
    public void Read_NoText_IsRefusedWithTheFilesName(byte[] bytes)
    {
        var error = Should.Throw<CommandFailedException>(() => TextBytes.Read(bytes, "book.txt"));

        error.ExitCode.ShouldBe(2);
        error.Message.ShouldContain("book.txt");
    }
}
