using Shouldly;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Audio.Resampling;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

/// <summary>Piper voices speak at 22,050 Hz: every format and rate of them, beside ffmpeg's resampler.</summary>
public sealed class PiperRateTests : IDisposable
{
    private const int VoiceRate = 22_050;
    private const int OpusRate = 48_000;

    private readonly Decoders _decoders = new();

    public static MatrixTheoryData<string, int> FormatsAndRates =>
        new(["wav", "flac", "opus", "mp3"], [8_000, 16_000, VoiceRate, 24_000, 48_000]);

    public void Dispose() => _decoders.Dispose();

    [Theory]
    [MemberData(nameof(FormatsAndRates))]
    public async Task Render_AVoiceOf22050Hertz_IsTheSameSoundAndAsLong(string format, int asked)
    {
        Assert.SkipWhen(AudioEncoders.Find(format)!.Missing is not null, $"{format}: {AudioEncoders.Find(format)!.Missing}");
        var samples = Sounds.Voice((2 * VoiceRate) + 7, VoiceRate);
        var sound = samples.Select(sample => sample / 32_767f).ToArray();
        var form = new AudioForm(AudioEncoders.Find(format)!, asked);
        form.SampleRate.ShouldBe(format == "opus" && asked == VoiceRate ? 24_000 : asked);

        var decoded = await _decoders.DecodeAsync(format, form.Render(sound, VoiceRate));

        var rate = format == "opus" ? OpusRate : form.SampleRate;
        var count = Resampler.Between(VoiceRate, form.SampleRate, FilterShape.Transparent).Count(samples.Length);
        decoded.Length.ShouldBe(count * (rate / form.SampleRate));
        var wav = AudioEncoders.Find("wav")!.Encode(samples, VoiceRate);
        var narrow = form.SampleRate < rate ? $"aresample={form.SampleRate}:resampler=soxr:precision=28," : "";
        var wanted = await _decoders.FfmpegAsync(wav, "wav", "-af", $"{narrow}aresample={rate}:resampler=soxr:precision=28");
        Likeness.SnrDb(wanted, decoded).ShouldBeGreaterThan(format is "opus" or "mp3" ? 15 : 30);
    }
}
