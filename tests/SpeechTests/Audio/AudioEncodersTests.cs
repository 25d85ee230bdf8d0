using Shouldly;
using TtsConsumers.Speech.Audio;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

public sealed class AudioEncodersTests
{
    [Theory]
    [InlineData("wav", "audio/wav", "wav")]
    [InlineData("pcm", "audio/pcm", "pcm")]
    [InlineData("flac", "audio/flac", "flac")]
    [InlineData("opus", "audio/ogg", "opus")]
    [InlineData("mp3", "audio/mpeg", "mp3")]
    public void Find_AFormat_IsItsEncoder(string format, string contentType, string extension)
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

    // The key of an audio ends in its format, so both have to be one word.
    [Fact]
    public void Extension_OfEach_IsTheFormat() => AudioEncoders.All.ShouldAllBe(encoder => encoder.Extension == encoder.Format);

    [Fact]
    public void Offered_Always_HasWavAndPcm() => AudioEncoders.Offered.Select(encoder => encoder.Format).Take(2).ShouldBe(["wav", "pcm"]);

    [Theory]
    [InlineData("wav", 22_050, 22_050)]
    [InlineData("flac", 11_025, 11_025)]
    [InlineData("mp3", 22_050, 22_050)]
    [InlineData("mp3", 20_000, 22_050)]
    [InlineData("mp3", 96_000, 48_000)]
    [InlineData("opus", 8_000, 8_000)]
    [InlineData("opus", 22_050, 24_000)]
    [InlineData("opus", 44_100, 48_000)]
    [InlineData("opus", 96_000, 48_000)]
    public void SampleRateFor_ARate_IsItselfOrTheNextTheFormatHas(string format, int own, int stored) =>
        AudioEncoders.Find(format)!.SampleRateFor(own).ShouldBe(stored);

    [Theory]
    [InlineData("wav")]
    [InlineData("pcm")]
    [InlineData("flac")]
    [InlineData("opus")]
    [InlineData("mp3")]
    public void Encode_NoSamples_IsRefused(string format) =>
        Should.Throw<ArgumentException>(() => AudioEncoders.Find(format)!.Encode([], 24_000)).Message.ShouldContain("no samples");

    [Fact]
    public void Encode_Pcm_IsLittleEndianWithoutAHeader() =>
        AudioEncoders.Find("pcm")!.Encode([0, 0x4000, -0x4000, 1], 24_000).ShouldBe([0x00, 0x00, 0x00, 0x40, 0x00, 0xC0, 0x01, 0x00]);
}
