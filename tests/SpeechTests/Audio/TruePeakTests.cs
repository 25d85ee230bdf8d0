using Shouldly;
using TtsConsumers.Speech.Audio.Loudness;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

public sealed class TruePeakTests
{
    // A quarter of the rate, begun between the samples: they see 0.707 of the peak. EBU Tech 3341, case 16: −6 dBTP to within +0.2 and −0.4.
    [Fact]
    public void Measure_PeakBetweenTheSamples_IsFound()
    {
        float[] sine = [.. Enumerable.Range(0, 4_800).Select(i => (float)(0.5 * Math.Sin((Math.PI / 2 * i) + (Math.PI / 4))))];

        sine.Max().ShouldBe(0.354f, tolerance: 0.001);
        Decibels.OfAmplitude(TruePeak.Measure(sine.AsSpan(1_000..^1_000), 48_000)).ShouldBeInRange(-6.42, -5.82);
        Decibels.OfAmplitude(TruePeak.Measure(Sounds.Sine(4_800, 1.0 / 48), 48_000)).ShouldBe(-6.02, tolerance: 0.05);
    }

    [Fact]
    public void Measure_Silence_IsNothing() => TruePeak.Measure(new float[100], 24_000).ShouldBe(0);

    [Fact]
    public void Limit_NothingTooLoud_ChangesNothing()
    {
        var sound = Sounds.Sine(10_000, 0.01, amplitude: 0.85);
        var limited = sound.ToArray();

        TruePeakLimiter.Limit(limited, 24_000);

        limited.ShouldBe(sound);
    }

    [Theory]
    [InlineData(8_000, 1.2)]
    [InlineData(24_000, 1.2)]
    [InlineData(24_000, 4)]
    [InlineData(48_000, 1.2)]
    public void Limit_AnySoundThatIsTooLoud_StaysBelowTheCeiling(int sampleRate, double amplitude)
    {
        var random = new Random(3);
        for (var round = 0; round < 20; round++)
        {
            var sound = Sounds.Sweep(sampleRate / 2, 0.001, 0.45, amplitude).Select(sample => sample * random.NextSingle()).ToArray();
            sound[0] = sound[^1] = (float)amplitude;

            TruePeakLimiter.Limit(sound, sampleRate);

            Decibels.OfAmplitude(TruePeak.Measure(sound, sampleRate)).ShouldBeLessThanOrEqualTo(TruePeakLimiter.CeilingDb);
        }
    }

    /// <summary>What is far from a peak is left to the bit, and the gain has no corners: no click.</summary>
    [Fact]
    public void Limit_OnePeak_TurnsDownOnlyAroundIt()
    {
        const int At = 12_000;
        var sound = Sounds.Sine(24_000, 0.02, amplitude: 0.5);
        var peaked = sound.ToArray();
        for (var i = -30; i <= 30; i++)
        {
            peaked[At + i] *= 3;
        }

        var limited = peaked.ToArray();
        TruePeakLimiter.Limit(limited, 24_000);

        limited[..(At - 530)].ShouldBe(sound[..(At - 530)]);
        limited[(At + 530)..].ShouldBe(sound[(At + 530)..]);
        limited.Max().ShouldBeInRange(0.7f, 0.892f);
        var gains = Enumerable.Range(0, limited.Length).Where(i => Math.Abs(peaked[i]) > 0.1).Select(i => (At: i, Gain: limited[i] / peaked[i])).ToList();
        gains.Zip(gains.Skip(1), (one, next) => Math.Abs(next.Gain - one.Gain) / (next.At - one.At)).Max().ShouldBeLessThan(0.01f);
    }
}
