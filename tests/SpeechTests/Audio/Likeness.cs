namespace TtsConsumers.Tests.SpeechTests.Audio;

/// <summary>How like one sound is to another.</summary>
internal static class Likeness
{
    private static readonly (double Sine, double Cosine)[] Circle = [.. Enumerable.Range(0, 256).Select(i => Math.SinCos(2 * Math.PI * i / 256))];

    /// <summary>The power of a sound over that of its difference from another, in dB.</summary>
    public static double SnrDb(ReadOnlySpan<short> wanted, ReadOnlySpan<short> got)
    {
        double power = 0, difference = 0;
        for (var i = 0; i < Math.Min(wanted.Length, got.Length); i++)
        {
            power += (double)wanted[i] * wanted[i];
            difference += (double)(wanted[i] - got[i]) * (wanted[i] - got[i]);
        }

        return 10 * Math.Log10(power / difference);
    }

    /// <summary>The power of a stretch, in dB.</summary>
    public static double PowerDb(ReadOnlySpan<short> samples)
    {
        var power = 0.0;
        foreach (var sample in samples)
        {
            power += (double)sample * sample;
        }

        return 10 * Math.Log10(power / samples.Length);
    }

    /// <summary>The power in each of some equally wide bands from 0 to a frequency, in dB: the mean spectrum of frames of 256 samples under a Hann window.</summary>
    /// <param name="samples">A sound.</param>
    /// <param name="bands">How many.</param>
    /// <param name="end">Where the last one ends, as a part of the sample rate.</param>
    public static double[] BandsDb(ReadOnlySpan<short> samples, int bands, double end)
    {
        const int Frame = 256;
        var power = new double[bands];
        for (var at = 0; at + Frame <= samples.Length; at += Frame)
        {
            for (var bin = 1; bin < end * Frame; bin++)
            {
                double real = 0, imaginary = 0;
                for (var i = 0; i < Frame; i++)
                {
                    var (sine, cosine) = Circle[bin * i % Frame];
                    var weighted = (0.5 - (0.5 * Circle[i].Cosine)) * samples[at + i];
                    (real, imaginary) = (real + (weighted * cosine), imaginary + (weighted * sine));
                }

                power[(int)(bands * bin / (end * Frame))] += (real * real) + (imaginary * imaginary);
            }
        }

        return [.. power.Select(sum => 10 * Math.Log10(sum))];
    }

    /// <summary>The power of one frequency, in dB, by Goertzel's algorithm under a Hann window.</summary>
    /// <param name="samples">A sound; ±1 is full scale.</param>
    /// <param name="cycles">The frequency as a part of the sample rate.</param>
    public static double ToneDb(ReadOnlySpan<float> samples, double cycles)
    {
        double real = 0, imaginary = 0, weights = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var weight = 0.5 - (0.5 * Math.Cos(2 * Math.PI * (i + 0.5) / samples.Length));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * cycles * i);
            (real, imaginary, weights) = (real + (weight * samples[i] * cosine), imaginary + (weight * samples[i] * sine), weights + weight);
        }

        return 20 * Math.Log10(2 * Math.Sqrt((real * real) + (imaginary * imaginary)) / weights);
    }

    /// <summary>The power of everything but one frequency: the sine that fits best is taken away, and what is left is measured.</summary>
    public static double RestDb(ReadOnlySpan<float> samples, double cycles)
    {
        double ss = 0, sc = 0, cc = 0, xs = 0, xc = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            var (s, c) = Math.SinCos(2 * Math.PI * cycles * i);
            (ss, sc, cc, xs, xc) = (ss + (s * s), sc + (s * c), cc + (c * c), xs + (samples[i] * s), xc + (samples[i] * c));
        }

        var det = (ss * cc) - (sc * sc);
        var (a, b) = (((xs * cc) - (xc * sc)) / det, ((xc * ss) - (xs * sc)) / det);
        var rest = 0.0;
        for (var i = 0; i < samples.Length; i++)
        {
            var (s, c) = Math.SinCos(2 * Math.PI * cycles * i);
            var left = samples[i] - (a * s) - (b * c);
            rest += left * left;
        }

        return 10 * Math.Log10(2 * rest / samples.Length);
    }
}
