using Shouldly;
using TtsConsumers.Speech.Audio.Loudness;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

public sealed class LoudnessTargetTests
{
    [Theory]
    [InlineData(-16)]
    [InlineData(-23)]
    [InlineData(-40)]
    public void Apply_ReachableTarget_IsReachedWithOneGain(double target)
    {
        var sound = Sounds.Voice(72_000, 24_000).Select(sample => (short)(sample / 4)).ToArray();
        var louder = sound.ToArray();

        var report = new LoudnessTarget(target).Apply(louder, 24_000).ShouldNotBeNull();

        report.After.ShouldBe(target, tolerance: 0.06);
        report.TruePeakDb.ShouldBeLessThan(TruePeakLimiter.CeilingDb);
        var gain = Math.Pow(10, (report.After - report.Before) / 20);
        for (var i = 0; i < sound.Length; i++)
        {
            ((double)louder[i]).ShouldBe(sound[i] * gain, tolerance: 1);
        }
    }

    [Fact]
    public void Apply_TargetBeyondThePeaks_StaysSofterAndBelowTheCeiling()
    {
        // A click in silence: much peak, little loudness.
        var sound = new short[48_000];
        for (var i = 0; i < sound.Length; i += 4_800)
        {
            sound[i] = 20_000;
        }

        var report = new LoudnessTarget(-10).Apply(sound, 24_000).ShouldNotBeNull();

        report.After.ShouldBeLessThan(-20);
        report.TruePeakDb.ShouldBeLessThanOrEqualTo(TruePeakLimiter.CeilingDb);
    }

    [Fact]
    public void Apply_Silence_StaysAsItIs()
    {
        var silence = new short[10_000];

        new LoudnessTarget(-16).Apply(silence, 24_000).ShouldBeNull();

        silence.ShouldAllBe(sample => sample == 0);
    }
}
