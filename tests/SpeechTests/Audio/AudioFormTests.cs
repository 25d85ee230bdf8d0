using System.Runtime.InteropServices;
using Shouldly;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Audio.Loudness;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

public sealed class AudioFormTests
{
    private static readonly IAudioEncoder Pcm = AudioEncoders.Find("pcm")!;

    [Fact]
    public void Render_OwnRateAndNoGain_OnlyRounds() =>
        Samples(new AudioForm(Pcm, 24_000).Render([0, 0.5f, -0.5f, 1f / 32_767], 24_000)).ShouldBe([0, 16_384, -16_384, 1]);

    [Theory]
    [InlineData(8_000)]
    [InlineData(16_000)]
    [InlineData(48_000)]
    public void Render_OtherRate_IsTheSameTone(int sampleRate)
    {
        var sound = Samples(new AudioForm(Pcm, sampleRate).Render(Sounds.Sine(24_000, 440.0 / 24_000), 24_000));

        sound.Length.ShouldBe(sampleRate);
        var middle = sound[1_000..^1_000].Select(sample => sample / 32_767f).ToArray();
        Likeness.ToneDb(middle, 440.0 / sampleRate).ShouldBe(-6.02, tolerance: 0.01);
    }

    [Fact]
    public void SampleRate_TheFormatLacks_IsTheNextItHas() => new AudioForm(AudioEncoders.Find("opus")!, 22_050).SampleRate.ShouldBe(24_000);

    [Fact]
    public void Render_Gain_IsTheSameForSoftAndLoud()
    {
        var form = new AudioForm(Pcm, 24_000, gainDb: 6.0206);

        var soft = Samples(form.Render(Sounds.Sine(2_400, 0.01, amplitude: 0.01), 24_000));
        var loud = Samples(form.Render(Sounds.Sine(2_400, 0.01, amplitude: 0.4), 24_000));

        (soft.Max() / 32_767.0).ShouldBe(0.02, tolerance: 1e-4);
        (loud.Max() / 32_767.0).ShouldBe(0.8, tolerance: 1e-4);
    }

    [Fact]
    public void Render_GainBeyondFullScale_StaysBelowTheCeiling()
    {
        var sound = Samples(new AudioForm(Pcm, 24_000, gainDb: 12).Render(Sounds.Sine(24_000, 0.01), 24_000)).Select(sample => sample / 32_767f).ToArray();

        Decibels.OfAmplitude(TruePeak.Measure(sound, 24_000)).ShouldBeInRange(-1.3, TruePeakLimiter.CeilingDb);
    }

    [Fact]
    public void Render_RoundedSamples_StayAsTheyAreToTheBit()
    {
        short[] samples = [short.MinValue, -32_000, 0, 1, 32_000, short.MaxValue];

        Samples(new AudioForm(Pcm, 24_000).Render(samples, 24_000)).ShouldBe(samples);
    }

    [Fact]
    public void Render_NoSamples_IsRefused() => Should.Throw<ArgumentException>(() => new AudioForm(Pcm, 8_000).Render(Array.Empty<float>(), 24_000));

    private static short[] Samples(byte[] file) => MemoryMarshal.Cast<byte, short>(file).ToArray();
}
