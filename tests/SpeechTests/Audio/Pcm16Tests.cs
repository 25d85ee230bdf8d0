using Shouldly;
using TtsConsumers.Speech.Audio;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Audio;

public sealed class Pcm16Tests
{
    [Fact]
    public void Write_SamplesBelowTheKnee_AreWithinHalfAStep()
    {
        var samples = Enumerable.Range(-900, 1801).Select(i => i / 1000f).ToArray();

        var written = Written(samples);

        for (var i = 0; i < samples.Length; i++)
        {
            (written[i] / 32_767.0).ShouldBe(samples[i], tolerance: 0.501 / 32_767);
        }
    }

    // Lengths around the width of every vector unit, with a loud sample at every place.
    [Fact]
    public void Write_LoudSampleAnywhere_IsLimitedAndLeavesItsNeighboursAlone()
    {
        for (var count = 1; count <= 70; count++)
        {
            for (var loud = 0; loud < count; loud++)
            {
                var samples = Enumerable.Repeat(0.5f, count).ToArray();
                samples[loud] = -1.7f;

                var written = Written(samples);

                written[loud].ShouldBeInRange((short)-32_767, (short)-32_760);
                written.Where((_, i) => i != loud).ShouldAllBe(sample => sample == 16_384);
            }
        }
    }

    [Fact]
    public void Write_WhatWasRead_IsTheSameBelowTheKnee()
    {
        var pcm = Enumerable.Range(-29_490, 58_981).Select(value => (short)value).ToArray();
        var samples = new float[pcm.Length];

        Pcm16.Read(pcm, samples);

        Written(samples).ShouldBe(pcm);
    }

    private static short[] Written(float[] samples)
    {
        var pcm = new short[samples.Length];
        Pcm16.Write(samples, pcm);
        return pcm;
    }
}
