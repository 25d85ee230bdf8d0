using TtsConsumers.Speech.Audio.Resampling;

namespace TtsConsumers.Speech.Audio.Loudness;

/// <summary>The peaks between the samples, as ITU-R BS.1770-4, annex 2, finds them: at four times the rate.</summary>
internal static class TruePeak
{
    private const int Oversampling = 4;
    private const int BlockSamples = 1024;

    /// <summary>Sees one sample: its place, and the largest amplitude from it up to the next.</summary>
    internal delegate void Sight(int at, float peak);

    /// <summary>The true peak of a whole sound.</summary>
    /// <param name="samples">Mono; ±1 is full scale.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <returns>An amplitude; 1 is 0 dBTP.</returns>
    public static float Measure(ReadOnlySpan<float> samples, int sampleRate)
    {
        var largest = 0f;
        Trace(samples, sampleRate, (_, peak) => largest = Math.Max(largest, peak));
        return largest;
    }

    /// <summary>Goes through a sound.</summary>
    /// <param name="samples">Mono; ±1 is full scale.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <param name="see">Called for each sample in turn.</param>
    public static void Trace(ReadOnlySpan<float> samples, int sampleRate, Sight see)
    {
        var resampler = Resampler.Between(sampleRate, Oversampling * sampleRate, FilterShape.Peaks);
        Span<float> fine = stackalloc float[BlockSamples * Oversampling];
        for (var first = 0; first < samples.Length; first += BlockSamples)
        {
            var block = samples.Slice(first, Math.Min(BlockSamples, samples.Length - first));
            resampler.Process(samples, fine[..(block.Length * Oversampling)], (long)first * Oversampling);
            for (var i = 0; i < block.Length; i++)
            {
                see(first + i, Math.Max(Math.Abs(block[i]), Largest(fine.Slice(i * Oversampling, Oversampling))));
            }
        }
    }

    private static float Largest(ReadOnlySpan<float> fine)
    {
        var largest = 0f;
        foreach (var sample in fine)
        {
            largest = Math.Max(largest, Math.Abs(sample));
        }

        return largest;
    }
}
