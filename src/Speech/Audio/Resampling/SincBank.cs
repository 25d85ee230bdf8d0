using System.Numerics;

namespace TtsConsumers.Speech.Audio.Resampling;

/// <summary>
/// Low-pass filters for the moments between two samples: a sinc under a Kaiser window, one for each phase. They stop from the lower Nyquist
/// frequency on, so that nothing is mirrored into the band.
/// </summary>
/// <remarks>The length and shape of the window are Kaiser's formulas (Oppenheim and Schafer, Discrete-Time Signal Processing, 7.5.3).</remarks>
internal sealed class SincBank
{
    private readonly int _half;
    private readonly double _beta;
    private readonly float[][] _phases;

    /// <summary>Makes the filters.</summary>
    /// <param name="phases">Into how many parts the time between two samples is cut.</param>
    /// <param name="band">The lower of the two Nyquist frequencies, where that of the input is 1.</param>
    /// <param name="shape">How exact they are; stopping by more than 50 dB.</param>
    public SincBank(int phases, double band, FilterShape shape)
    {
        var taps = (shape.StoppedDb - 7.95) / (2.285 * (1 - shape.Passed) * Math.PI * band);
        (_half, _beta) = ((int)Math.Ceiling(taps / 2), 0.1102 * (shape.StoppedDb - 8.7));
        _phases = [.. Enumerable.Range(0, phases).Select(phase => Filter((double)phase / phases, band * (1 + shape.Passed) / 2))];
    }

    /// <summary>The input at a moment.</summary>
    /// <param name="input">The whole input.</param>
    /// <param name="at">The sample before that moment.</param>
    /// <param name="phase">How many parts after it.</param>
    public float At(ReadOnlySpan<float> input, int at, int phase)
    {
        var filter = _phases[phase].AsSpan();
        var first = at - _half + 1;
        var from = Math.Max(0, -first);
        var to = Math.Min(filter.Length, input.Length - first);
        return Dot(filter[from..to], input[(first + from)..]);
    }

    private static float Dot(ReadOnlySpan<float> filter, ReadOnlySpan<float> input)
    {
        var (even, odd) = (Vector<float>.Zero, Vector<float>.Zero);
        var at = 0;
        for (; at <= filter.Length - (2 * Vector<float>.Count); at += 2 * Vector<float>.Count)
        {
            even += new Vector<float>(filter[at..]) * new Vector<float>(input[at..]);
            odd += new Vector<float>(filter[(at + Vector<float>.Count)..]) * new Vector<float>(input[(at + Vector<float>.Count)..]);
        }

        var sum = Vector.Sum(even + odd);
        for (; at < filter.Length; at++)
        {
            sum += filter[at] * input[at];
        }

        return sum;
    }

    // Each filter adds up to 1: otherwise silence with an offset would hum at the rate of the phases.
    private float[] Filter(double delay, double cutoff)
    {
        var weights = Enumerable.Range(1 - _half, 2 * _half).Select(tap => Weight(tap - delay, cutoff)).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(weight => (float)(weight / sum))];
    }

    private double Weight(double distance, double cutoff) => Sinc(cutoff * distance) * Kaiser(distance / _half);

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private double Kaiser(double x) => Math.Abs(x) >= 1 ? 0 : Bessel(_beta * Math.Sqrt(1 - (x * x))) / Bessel(_beta);

    // I0 as its power series; 60 terms are enough for any argument up to 20.
    private static double Bessel(double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; k < 60; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }
}
