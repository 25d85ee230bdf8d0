namespace TtsConsumers.Speech.Audio.Loudness;

/// <summary>A sample that is too loud.</summary>
/// <param name="At">Its place.</param>
/// <param name="Gain">What it has to be turned down to; below 1.</param>
internal readonly record struct LoudGain(int At, float Gain)
{
    /// <summary>How far from a loud sample anything is turned down.</summary>
    /// <param name="slope">Samples of a slope.</param>
    public static int Reach(int slope) => 4 * slope;

    /// <summary>
    /// A gain for every sample of a stretch: the lowest that is needed within two slopes, averaged twice over one. So it is nowhere above what
    /// is needed, has no corner, and is exactly 1 beyond the reach.
    /// </summary>
    /// <param name="loud">What is too loud in it, in order.</param>
    /// <param name="first">Where the stretch begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="slope">Samples of a slope.</param>
    public static float[] Curve(ReadOnlySpan<LoudGain> loud, int first, int end, int slope)
    {
        var gains = new float[end - first];
        Array.Fill(gains, 1);
        foreach (var (at, gain) in loud)
        {
            var last = Math.Min(gains.Length - 1, at - first + (2 * slope));
            for (var near = Math.Max(0, at - first - (2 * slope)); near <= last; near++)
            {
                gains[near] = Math.Min(gains[near], gain);
            }
        }

        return Averaged(Averaged(gains, slope), slope);
    }

    // In whole numbers of 1 − gain: the running sum is then exact, and nothing stays behind where nothing is turned down.
    private static float[] Averaged(float[] gains, int reach)
    {
        const double Unit = 1 << 30;
        var lowered = Array.ConvertAll(gains, gain => (int)((1 - gain) * Unit));
        var averaged = new float[gains.Length];
        var sum = lowered.Take(reach).Sum(amount => (long)amount);
        for (var i = 0; i < averaged.Length; i++)
        {
            sum += i + reach < lowered.Length ? lowered[i + reach] : 0;
            var there = Math.Min(i + reach, lowered.Length - 1) - Math.Max(i - reach, 0) + 1;
            averaged[i] = (float)(1 - (sum / (Unit * there)));
            sum -= i - reach >= 0 ? lowered[i - reach] : 0;
        }

        return averaged;
    }
}
