namespace TtsConsumers.Speech.Audio.Loudness;

/// <summary>
/// Measures loudness as ITU-R BS.1770-4 does for one channel: K-weighted power of 400 ms blocks that overlap by three quarters, gated twice.
/// </summary>
internal static class LoudnessMeter
{
    private const double Offset = -0.691;
    private const double AbsoluteGate = -70;
    private const double RelativeGate = -10;
    private const int StepsASecond = 10;
    private const int StepsABlock = 4;

    /// <summary>Measures a whole sound.</summary>
    /// <param name="samples">Mono; ±1 is full scale.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <returns>LUFS; null for silence. A sound shorter than a block is one block.</returns>
    public static double? Measure(ReadOnlySpan<float> samples, int sampleRate)
    {
        var blocks = Blocks(samples, sampleRate).FindAll(power => Lufs(power) > AbsoluteGate);
        if (blocks.Count == 0)
        {
            return null;
        }

        var gate = Lufs(blocks.Average()) + RelativeGate;
        return Lufs(blocks.Where(power => Lufs(power) > gate).Average());
    }

    private static double Lufs(double power) => Offset + (10 * Math.Log10(power));

    private static List<double> Blocks(ReadOnlySpan<float> samples, int sampleRate)
    {
        var step = Math.Max(1, Math.Min(sampleRate / StepsASecond, samples.Length / StepsABlock));
        var steps = Steps(samples, new KWeighting(sampleRate), step);
        List<double> blocks = [];
        for (var at = 0; at + StepsABlock <= steps.Count; at++)
        {
            blocks.Add(steps.GetRange(at, StepsABlock).Sum() / (StepsABlock * step));
        }

        return blocks;
    }

    // The energy of each whole step.
    private static List<double> Steps(ReadOnlySpan<float> samples, KWeighting weighting, int step)
    {
        List<double> steps = [];
        for (var at = 0; at + step <= samples.Length; at += step)
        {
            var energy = 0.0;
            foreach (var sample in samples.Slice(at, step))
            {
                var weighted = weighting.Next(sample);
                energy += weighted * weighted;
            }

            steps.Add(energy);
        }

        return steps;
    }
}
