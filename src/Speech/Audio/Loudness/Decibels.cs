using System.Numerics;

namespace TtsConsumers.Speech.Audio.Loudness;

/// <summary>Amplitudes and decibels.</summary>
internal static class Decibels
{
    /// <summary>The amplitude of a level: 0 dB is 1.</summary>
    public static double ToAmplitude(double decibels) => Math.Pow(10, decibels / 20);

    /// <summary>The level of an amplitude: 1 is 0 dB.</summary>
    public static double OfAmplitude(double amplitude) => 20 * Math.Log10(amplitude);

    /// <summary>Makes samples louder by a number of decibels.</summary>
    public static void Amplify(Span<float> samples, double decibels)
    {
        var factor = (float)ToAmplitude(decibels);
        var at = 0;
        for (; at <= samples.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            (new Vector<float>(samples[at..]) * factor).CopyTo(samples[at..]);
        }

        for (; at < samples.Length; at++)
        {
            samples[at] *= factor;
        }
    }
}
