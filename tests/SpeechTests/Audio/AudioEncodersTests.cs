using Shouldly;
using TtsConsumers.Speech.Audio;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

public sealed class AudioEncodersTests
{
    [Theory]
    [InlineData("wav", "audio/wav", "wav")]
    [InlineData("pcm", "audio/pcm", "pcm")]
    public void Find_OfferedFormat_IsItsEncoder(string format, string contentType, string extension)
    {
        var encoder = AudioEncoders.Find(format).ShouldNotBeNull();

        encoder.ContentType.ShouldBe(contentType);
        encoder.Extension.ShouldBe(extension);
    }

    [Theory]
    [InlineData("WAV")]
    [InlineData("ogg")]
    [InlineData("")]
    public void Find_OtherFormat_IsNull(string format) => AudioEncoders.Find(format).ShouldBeNull();

    [Fact]
    public void All_First_IsTheDefault() => AudioEncoders.All[0].Format.ShouldBe("wav");

    [Fact]
    public void Encode_Pcm_IsLittleEndianWithoutAHeader() =>
        AudioEncoders.Find("pcm")!.Encode([0, 0.5f, -0.5f, 1f / 32_767], 24_000).ShouldBe([0x00, 0x00, 0x00, 0x40, 0x00, 0xC0, 0x01, 0x00]);
}
