using Shouldly;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

/// <summary>WAV, PCM and FLAC give back every sample, decoded by others.</summary>
public sealed class LosslessFormatTests : IDisposable
{
    private readonly Decoders _decoders = new();

    public static MatrixTheoryData<int, int> LengthsAndRates =>
        new([1, 2, 959, 960, 961, 4_095, 4_096, 4_097, 24_001], [8_000, 16_000, 24_000, 48_000]);

    public void Dispose() => _decoders.Dispose();

    [Theory]
    [MemberData(nameof(LengthsAndRates))]
    public async Task Flac_AnyLengthAndRate_GivesBackEverySample(int count, int sampleRate)
    {
        var samples = Sounds.Voice(count, sampleRate);

        var file = Decoders.Encode("flac", samples, sampleRate);

        (await _decoders.FlacAsync(file)).ShouldBe(samples);
        (await _decoders.FfmpegAsync(file, "flac")).ShouldBe(samples);
    }

    // STREAMINFO: 20 bits of rate, 3 of channels, 5 of bits, 36 of samples, then the MD5.
    [Fact]
    public void Flac_Header_SaysRateNumberAndMd5()
    {
        var samples = Sounds.Voice(100_003, 24_000);

        var file = Decoders.Encode("flac", samples, 24_000);

        file[..4].ShouldBe("fLaC"u8.ToArray());
        var info = file.AsSpan(8, 34);
        (((info[10] << 16) | (info[11] << 8) | info[12]) >> 4).ShouldBe(24_000);
        (((info[13] & 0x0FL) << 32) | ((long)info[14] << 24) | ((long)info[15] << 16) | ((long)info[16] << 8) | info[17]).ShouldBe(100_003);
        info[18..].ToArray().ShouldContain(value => value != 0, "the MD5 itself is checked by flac when it decodes");
    }

    [Theory]
    [InlineData(1, 8_000)]
    [InlineData(961, 24_000)]
    [InlineData(24_001, 48_000)]
    public async Task Wav_AnyLengthAndRate_GivesBackEverySample(int count, int sampleRate)
    {
        var samples = Sounds.Voice(count, sampleRate);

        (await _decoders.FfmpegAsync(Decoders.Encode("wav", samples, sampleRate), "wav")).ShouldBe(samples);
    }

    [Fact]
    public async Task Flac_TenMinutes_GivesBackEverySample()
    {
        var samples = Sounds.Voice(24_000 * 600, 24_000);

        (await _decoders.FlacAsync(Decoders.Encode("flac", samples, 24_000))).ShouldBe(samples);
    }

    [Theory]
    [InlineData("wav")]
    [InlineData("flac")]
    [InlineData("opus")]
    [InlineData("mp3")]
    public void Encode_Twice_GivesTheSameBytes(string format)
    {
        var samples = Sounds.Voice(50_000, 24_000);

        Decoders.Encode(format, samples, 24_000).ShouldBe(Decoders.Encode(format, samples, 24_000));
    }
}
