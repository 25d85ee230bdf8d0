namespace TtsConsumers.Speech.Audio.Loudness;

/// <summary>
/// The K-weighting of ITU-R BS.1770-4: a shelf that lifts what a head lifts, then a high pass. The recommendation gives coefficients for 48 kHz
/// only; these are the analogue filters behind them, brought to any rate by the bilinear transform.
/// </summary>
/// <remarks>
/// The analogue values are those libebur128 uses (MIT licence); at 48 kHz they give the coefficients that the recommendation prints.
/// </remarks>
internal sealed class KWeighting
{
    private readonly Biquad _shelf;
    private readonly Biquad _highPass;

    /// <summary>Makes both filters for a rate, in Hz.</summary>
    public KWeighting(int sampleRate) => (_shelf, _highPass) = (Shelf(sampleRate), HighPass(sampleRate));

    /// <summary>Weights the next sample.</summary>
    public double Next(double sample) => _highPass.Next(_shelf.Next(sample));

    private static Biquad Shelf(int sampleRate)
    {
        const double Hertz = 1681.974450955533;
        const double Quality = 0.7071752369554196;
        var high = Decibels.ToAmplitude(3.999843853973347);
        var middle = Math.Pow(high, 0.4996667741545416);
        var k = Math.Tan(Math.PI * Hertz / sampleRate);
        var scale = 1 + (k / Quality) + (k * k);
        return new Biquad(
            (high + (middle * k / Quality) + (k * k)) / scale,
            2 * ((k * k) - high) / scale,
            (high - (middle * k / Quality) + (k * k)) / scale,
            2 * ((k * k) - 1) / scale,
            (1 - (k / Quality) + (k * k)) / scale);
    }

    private static Biquad HighPass(int sampleRate)
    {
        const double Hertz = 38.13547087602444;
        const double Quality = 0.5003270373238773;
        var k = Math.Tan(Math.PI * Hertz / sampleRate);
        var scale = 1 + (k / Quality) + (k * k);
        return new Biquad(1, -2, 1, 2 * ((k * k) - 1) / scale, (1 - (k / Quality) + (k * k)) / scale);
    }
}
