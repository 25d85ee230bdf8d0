using Shouldly;
using TtsConsumers.Speech.Audio.Loudness;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

/// <summary>After the compliance signals of EBU Tech 3341, for one channel, at every rate; one channel alone reads 3 dB less than two alike.</summary>
public sealed class LoudnessMeterTests
{
    private const int Second = 48_000;

    // Cases 1 and 2: a stereo sine of 1 kHz at −23 and −33 dBFS reads as much in LUFS; mono, 3.01 less.
    [Theory]
    [InlineData(-23, 8_000)]
    [InlineData(-23, 16_000)]
    [InlineData(-23, 24_000)]
    [InlineData(-23, 48_000)]
    [InlineData(-33, 48_000)]
    public void Measure_SineOf1Kilohertz_IsItsLevel(double level, int sampleRate) =>
        LoudnessMeter.Measure(Tone(level, 20, sampleRate), sampleRate).ShouldNotBeNull().ShouldBe(level - 3.01, tolerance: 0.1);

    // Case 3: the soft ends lie under the relative gate.
    [Fact]
    public void Measure_SoftBeforeAndAfter_IsGated() =>
        LoudnessMeter.Measure([.. Tone(-36, 10), .. Tone(-23, 60), .. Tone(-36, 10)], Second).ShouldNotBeNull().ShouldBe(-26.01, tolerance: 0.1);

    // Case 4: silence lies under the absolute gate.
    [Fact]
    public void Measure_AlmostSilentBeforeAndAfter_IsGated() =>
        LoudnessMeter.Measure(
            [.. Tone(-72, 10), .. Tone(-36, 10), .. Tone(-23, 60), .. Tone(-36, 10), .. Tone(-72, 10)], Second)
            .ShouldNotBeNull().ShouldBe(-26.01, tolerance: 0.1);

    // Case 5: three levels that the gate leaves alone.
    [Fact]
    public void Measure_SlightlyChanging_IsTheirMean() =>
        LoudnessMeter.Measure([.. Tone(-26, 20), .. Tone(-20, 20.1), .. Tone(-26, 20)], Second).ShouldNotBeNull().ShouldBe(-26.01, tolerance: 0.1);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(48_000)]
    public void Measure_Silence_IsNull(int count) => LoudnessMeter.Measure(new float[count], Second).ShouldBeNull();

    [Fact]
    public void Measure_ShorterThanABlock_IsStillMeasured() =>
        LoudnessMeter.Measure(Tone(-23, 0.3), Second).ShouldNotBeNull().ShouldBe(-26.01, tolerance: 0.1);

    /// <summary>The coefficients that BS.1770-4 prints, tables 1 and 2, run by their difference equations.</summary>
    [Fact]
    public void KWeighting_At48Kilohertz_IsTheRecommendations()
    {
        var weighting = new KWeighting(Second);
        var random = new Random(5);
        double x1 = 0, x2 = 0, y1 = 0, y2 = 0, z1 = 0, z2 = 0;
        for (var i = 0; i < 5_000; i++)
        {
            var x = random.NextDouble() - 0.5;
            var y = (1.53512485958697 * x) - (2.69169618940638 * x1) + (1.19839281085285 * x2) + (1.69065929318241 * y1) - (0.73248077421585 * y2);
            var z = y - (2 * y1) + y2 + (1.99004745483398 * z1) - (0.99007225036621 * z2);

            weighting.Next(x).ShouldBe(z, tolerance: 1e-9);

            (x2, x1, y2, y1, z2, z1) = (x1, x, y1, y, z1, z);
        }
    }

    private static float[] Tone(double level, double seconds, int sampleRate = Second) =>
        Sounds.Sine((int)(seconds * sampleRate), 1_000.0 / sampleRate, Math.Pow(10, level / 20));
}
