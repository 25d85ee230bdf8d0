using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Audio.Loudness;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

/// <summary>Formats, rates and loudness on the sound they are for, beside ffmpeg.</summary>
public sealed partial class RealVoiceTests(SpokenSound spoken) : IClassFixture<SpokenSound>, IDisposable
{
    private const int VoiceRate = 24_000;
    private const int OpusRate = 48_000;

    private readonly Decoders _decoders = new();

    public static MatrixTheoryData<string, int> FormatsAndRates =>
        new(["flac", "opus", "mp3"], [8_000, 16_000, 24_000, 48_000]);

    public void Dispose() => _decoders.Dispose();

    /// <summary>Each format beside the WAV of the same rate.</summary>
    [Theory]
    [MemberData(nameof(FormatsAndRates))]
    public async Task Render_EachFormatAndRate_SoundsLikeTheWav(string format, int sampleRate)
    {
        Assert.SkipWhen(AudioEncoders.Find(format)!.Missing is not null, $"{format}: {AudioEncoders.Find(format)!.Missing}");
        foreach (var (voice, samples) in spoken.Sounds)
        {
            var wav = new AudioForm(AudioEncoders.Find("wav")!, sampleRate).Render(samples, VoiceRate);
            var file = new AudioForm(AudioEncoders.Find(format)!, sampleRate).Render(samples, VoiceRate);

            var decoded = await _decoders.DecodeAsync(format, file);

            var wanted = format == "opus" && sampleRate != OpusRate
                ? await _decoders.FfmpegAsync(wav, "wav", "-af", "aresample=48000:resampler=soxr:precision=28")
                : await _decoders.FfmpegAsync(wav, "wav");
            decoded.Length.ShouldBe(wanted.Length);
            var likeness = Likeness.SnrDb(wanted, decoded);
            var furthest = FurthestBand(wanted, decoded, 0.45 * Math.Min(sampleRate, VoiceRate) / (format == "opus" ? OpusRate : sampleRate));
            TestContext.Current.SendDiagnosticMessage(
                $"{format} {sampleRate} Hz {voice}: {file.Length * 8.0 * VoiceRate / samples.Length / 1000:0.0} kb/s, SNR {likeness:0.0} dB, "
                + $"bands within {furthest:0.0} dB");
            likeness.ShouldBeGreaterThan(format == "flac" ? double.MaxValue : 15, voice);
            furthest.ShouldBeLessThan(2, voice);
        }
    }

    /// <summary>BS.1770 beside ffmpeg's ebur128, at every rate that is served.</summary>
    [Theory]
    [InlineData(8_000)]
    [InlineData(16_000)]
    [InlineData(24_000)]
    [InlineData(48_000)]
    public async Task Measure_EachVoice_ReadsWhatFfmpegReads(int sampleRate)
    {
        foreach (var (voice, samples) in spoken.Sounds)
        {
            var wav = new AudioForm(AudioEncoders.Find("wav")!, sampleRate).Render(samples, VoiceRate);
            var sound = (await _decoders.FfmpegAsync(wav, "wav")).Select(sample => sample / 32_768f).ToArray();

            var (lufs, peak) = await EburAsync(wav);

            var ours = (Lufs: LoudnessMeter.Measure(sound, sampleRate)!.Value, Peak: Decibels.OfAmplitude(TruePeak.Measure(sound, sampleRate)));
            TestContext.Current.SendDiagnosticMessage(
                $"{voice} {sampleRate} Hz: {ours.Lufs:0.00} LUFS, {ours.Peak:0.00} dBTP; ffmpeg {lufs:0.0} LUFS, {peak:0.0} dBTP");
            // ffmpeg prints one digit after the point.
            ours.Lufs.ShouldBe(lufs, tolerance: 0.1, voice);
            ours.Peak.ShouldBe(peak, tolerance: 0.2, voice);
        }
    }

    /// <summary>A target with the peaks it needs limited, judged by ffmpeg.</summary>
    [Theory]
    [InlineData(-23)]
    [InlineData(-16)]
    [InlineData(-14)]
    public async Task Apply_EachVoice_ReachesTheTargetByFfmpegsMeter(double target)
    {
        foreach (var (voice, samples) in spoken.Sounds)
        {
            var sound = new short[samples.Length];
            Pcm16.Write(samples, sound);

            var report = new LoudnessTarget(target).Apply(sound, VoiceRate).ShouldNotBeNull();

            var (lufs, peak) = await EburAsync(AudioEncoders.Find("wav")!.Encode(sound, VoiceRate));
            TestContext.Current.SendDiagnosticMessage(
                $"{voice} {report.Before:0.0} to {target} LUFS: ffmpeg {lufs:0.0} LUFS, {peak:0.0} dBTP");
            lufs.ShouldBe(report.After, tolerance: 0.1, voice);
            lufs.ShouldBe(target, tolerance: 0.15, voice);
            peak.ShouldBeLessThanOrEqualTo(-1.0, voice);
        }
    }

    private static double FurthestBand(short[] wanted, short[] decoded, double end) =>
        Likeness.BandsDb(wanted, 10, end).Zip(Likeness.BandsDb(decoded, 10, end), (one, other) => Math.Abs(one - other)).Max();

    private async Task<(double Lufs, double Peak)> EburAsync(byte[] wav)
    {
        var said = await ForeignTool.RunAsync(
            "ffmpeg", "ffmpeg", "-nostdin", "-nostats", "-i", _decoders.Put("ebur.wav", wav), "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-");
        return (Number(Integrated().Match(said)), Number(Peak().Match(said)));
    }

    private static double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"I:\s+(-?[\d.]+) LUFS")]
    private static partial Regex Integrated();

    [GeneratedRegex(@"Peak:\s+(-?[\d.]+) dBFS")]
    private static partial Regex Peak();
}
