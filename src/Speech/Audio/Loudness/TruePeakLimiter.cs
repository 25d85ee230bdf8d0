using System.Runtime.InteropServices;

namespace TtsConsumers.Speech.Audio.Loudness;

/// <summary>
/// Keeps the true peak at or below −1 dBTP by turning down, for some milliseconds around it, what is too loud; what is further away stays as it
/// is, to the bit. Looks ahead: the turning down begins before the peak.
/// </summary>
internal static class TruePeakLimiter
{
    /// <summary>The highest true peak left, in dBTP.</summary>
    public const double CeilingDb = -1;

    // Fourfold oversampling may read a voice's peaks 0.1 dB too low (measured against eightfold).
    private const double LoudDb = CeilingDb - 0.1;
    private const double AimedDb = LoudDb - 0.02;
    private const double SlopeSeconds = 0.005;
    private const int MostRounds = 10;

    /// <summary>Limits a sound.</summary>
    /// <param name="samples">Mono; ±1 is full scale and may be exceeded.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <remarks>A gain that changes moves the peaks between the samples a little; they are looked at again until none is too loud.</remarks>
    public static void Limit(Span<float> samples, int sampleRate)
    {
        var slope = (int)Math.Ceiling(SlopeSeconds * sampleRate);
        for (var round = 0; round < MostRounds; round++)
        {
            var loud = Loud(samples, sampleRate);
            if (loud.Count == 0)
            {
                return;
            }

            for (var rest = CollectionsMarshal.AsSpan(loud); !rest.IsEmpty;)
            {
                var near = Neighbours(rest, LoudGain.Reach(slope));
                TurnDown(samples, rest[..near], slope);
                rest = rest[near..];
            }
        }
    }

    private static List<LoudGain> Loud(ReadOnlySpan<float> samples, int sampleRate)
    {
        var (most, aim) = ((float)Decibels.ToAmplitude(LoudDb), (float)Decibels.ToAmplitude(AimedDb));
        List<LoudGain> loud = [];
        TruePeak.Trace(samples, sampleRate, (at, peak) =>
        {
            if (peak > most)
            {
                loud.Add(new LoudGain(at, aim / peak));
            }
        });
        return loud;
    }

    // How many of the first belong together, because their slopes meet.
    private static int Neighbours(ReadOnlySpan<LoudGain> loud, int reach)
    {
        var count = 1;
        while (count < loud.Length && loud[count].At - loud[count - 1].At <= 2 * reach)
        {
            count++;
        }

        return count;
    }

    private static void TurnDown(Span<float> samples, ReadOnlySpan<LoudGain> loud, int slope)
    {
        var first = Math.Max(0, loud[0].At - LoudGain.Reach(slope));
        var end = Math.Min(samples.Length, loud[^1].At + LoudGain.Reach(slope) + 1);
        var gains = LoudGain.Curve(loud, first, end, slope);
        for (var i = 0; i < gains.Length; i++)
        {
            samples[first + i] *= gains[i];
        }
    }
}
