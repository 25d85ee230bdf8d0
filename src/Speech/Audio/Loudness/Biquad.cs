namespace TtsConsumers.Speech.Audio.Loudness;

/// <summary>A filter of second order, transposed form II: (b0 + b1 z⁻¹ + b2 z⁻²) / (1 + a1 z⁻¹ + a2 z⁻²).</summary>
internal sealed class Biquad(double b0, double b1, double b2, double a1, double a2)
{
    private double _first;
    private double _second;

    /// <summary>Filters the next sample.</summary>
    public double Next(double sample)
    {
        var filtered = (b0 * sample) + _first;
        _first = (b1 * sample) - (a1 * filtered) + _second;
        _second = (b2 * sample) - (a2 * filtered);
        return filtered;
    }
}
