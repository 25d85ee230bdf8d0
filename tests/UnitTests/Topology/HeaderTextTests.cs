using System.Text;
using Shouldly;
using TtsConsumers.Shared.Topology;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Topology;

public sealed class HeaderTextTests
{
    /// <summary>
    /// Shrunk counter-example of <see cref="JobHeadersProperties"/>: 171 bytes that are not UTF-8 were read as 171 replacement characters, 513 bytes
    /// in the first copy and too long for the second.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(171)]
    [InlineData(512)]
    public void Read_NotUtf8_ReadsAsAbsent(int length) => Read(Enumerable.Repeat((byte)0xff, length).ToArray()).ShouldBeNull();

    [Fact]
    public void Read_CharacterCutInTheMiddle_ReadsAsAbsent() => Read(Encoding.UTF8.GetBytes("好")[..2]).ShouldBeNull();

    [Theory]
    [InlineData("a")]
    [InlineData("好")]
    [InlineData("\ufffd")]
    public void Read_Utf8_IsTheText(string text) => Read(Encoding.UTF8.GetBytes(text)).ShouldBe(text);

    [Fact]
    public void Read_Length_IsBoundedInBytes()
    {
        Read(new byte[512]).ShouldBe(new string('\0', 512));
        Read(new byte[513]).ShouldBeNull();
        Read(Array.Empty<byte>()).ShouldBeNull();
    }

    [Theory]
    [InlineData("text")]
    [InlineData(7)]
    [InlineData(null)]
    public void Read_AnotherType_ReadsAsAbsent(object? value) => Read(value).ShouldBeNull();

    private static string? Read(object? value) => HeaderText.Read(new Dictionary<string, object?> { ["name"] = value }, "name", 512);
}
