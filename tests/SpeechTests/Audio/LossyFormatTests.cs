using Shouldly;
using TtsConsumers.Speech.Audio;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

/// <summary>Opus and MP3 sound like the WAV, begin and end where it does, decoded by others.</summary>
public sealed class LossyFormatTests : IDisposable
{
    private const int OpusRate = 48_000;

    private readonly Decoders _decoders = new();

    public static MatrixTheoryData<string, int, int> Everything => new(
        ["opus", "mp3"], [1, 2, 311, 312, 313, 959, 960, 961, 1_151, 1_152, 1_153, 24_001], [8_000, 16_000, 24_000, 48_000]);

    public static MatrixTheoryData<string, int> FormatsAndRates => new(["opus", "mp3"], [8_000, 16_000, 24_000, 48_000]);

    public void Dispose() => _decoders.Dispose();

    /// <summary>To the sample, not only to the frame: pre-skip and last granule position, LAME's tag.</summary>
    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Encode_AnyLengthAndRate_IsAsLongAsTheWav(string format, int count, int sampleRate)
    {
        var file = Decoders.Encode(format, Sounds.Voice(count, sampleRate), sampleRate);

        var expected = format == "opus" ? count * (OpusRate / sampleRate) : count;
        (await _decoders.DecodeAsync(format, file)).Length.ShouldBe(expected);
        // Of an MP3 of two samples ffmpeg 5.1 does not cut the end, of one that LAME's own program made neither.
        if (format != "mp3" || count > 2)
        {
            (await _decoders.FfmpegAsync(file, format)).Length.ShouldBe(expected);
        }
    }

    [Theory]
    [MemberData(nameof(FormatsAndRates))]
    public async Task Encode_AVoice_SoundsLikeTheWavToItsLastMilliseconds(string format, int sampleRate)
    {
        var samples = Sounds.Voice((3 * sampleRate) + 7, sampleRate);

        var decoded = await _decoders.DecodeAsync(format, Decoders.Encode(format, samples, sampleRate));

        var wanted = format == "opus" ? await AtOpusRateAsync(samples, sampleRate) : samples;
        Likeness.SnrDb(wanted, decoded).ShouldBeGreaterThan(15);
        // The level of the whole, and of the last 10 ms, which a lost tail would take away.
        Likeness.PowerDb(decoded).ShouldBe(Likeness.PowerDb(wanted), tolerance: 0.3);
        var tail = decoded.Length / 300;
        Likeness.PowerDb(decoded.AsSpan(^tail..)).ShouldBe(Likeness.PowerDb(wanted.AsSpan(decoded.Length - tail, tail)), tolerance: 1.5);
    }

    [Theory]
    [InlineData("opus")]
    [InlineData("mp3")]
    public async Task Encode_TenMinutes_StaysInStepToTheEnd(string format)
    {
        const int Rate = 24_000;
        var samples = Sounds.Voice((600 * Rate) + 1, Rate);

        var decoded = await _decoders.DecodeAsync(format, Decoders.Encode(format, samples, Rate));

        var wanted = format == "opus" ? await AtOpusRateAsync(samples, Rate) : samples;
        decoded.Length.ShouldBe(wanted.Length);
        Likeness.SnrDb(wanted.AsSpan(^OpusRate..), decoded.AsSpan(^OpusRate..)).ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Opus_Opusinfo_FindsNothingWrong()
    {
        var file = Decoders.Encode("opus", Sounds.Voice(100_000, 24_000), 24_000);

        var said = await ForeignTool.RunAsync("opusinfo", "opus-tools", "-v", _decoders.Put("in.opus", file));

        said.ShouldContain("Playback length: 0m:04.166s");
        said.ShouldNotContain("WARNING");
    }

    // "Info" and "LAME" in the first frame; 12 bits each of delay and padding 21 bytes after "LAME".
    [Fact]
    public void Mp3_FirstFrame_IsLamesTagWithDelayAndPadding()
    {
        const int Count = 100_003;
        const int FrameSamples = 576;

        var file = Decoders.Encode("mp3", Sounds.Voice(Count, 24_000), 24_000);

        var info = file.AsSpan(0, 200).IndexOf("Info"u8);
        info.ShouldBeGreaterThan(0);
        var frames = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(info + 8));
        var lame = file.AsSpan(info, 200).IndexOf("LAME"u8);
        lame.ShouldBeGreaterThan(0);
        var gaps = file.AsSpan(info + lame + 21, 3);
        var (delay, padding) = ((gaps[0] << 4) | (gaps[1] >> 4), ((gaps[1] & 0x0F) << 8) | gaps[2]);
        ((frames * FrameSamples) - delay - padding).ShouldBe(Count);
    }

    private async Task<short[]> AtOpusRateAsync(short[] samples, int sampleRate) => sampleRate == OpusRate
        ? samples
        : await _decoders.FfmpegAsync(
            AudioEncoders.Find("wav")!.Encode(samples, sampleRate), "wav", "-af", "aresample=48000:resampler=soxr:precision=28");
}
