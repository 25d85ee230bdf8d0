namespace TtsConsumers.Speech.Audio.Loudness;

/// <summary>Brings a whole sound to a loudness with one gain, and keeps its true peak at or below −1 dBTP.</summary>
/// <remarks>
/// For a finished recording, not for the fragments it is joined from: each of them would get a gain of its own, and the loudness would jump from
/// one to the next.
/// </remarks>
/// <param name="Lufs">The loudness to reach, in LUFS (ITU-R BS.1770-4), such as −16 for speech on the web or −23 for broadcasting.</param>
public sealed record LoudnessTarget(double Lufs)
{
    private const double CloseEnough = 0.05;
    private const double MostPushDb = 6;
    private const int MostRounds = 6;

    /// <summary>Changes a sound in place.</summary>
    /// <param name="pcm">Mono, the whole sound.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <returns>What was done; null for silence, which stays as it is.</returns>
    /// <remarks>
    /// Limiting peaks makes a sound a little softer again, so the gain is raised until the target is met, by 6 dB at most: beyond that more gain
    /// would only flatten the voice, and the sound stays softer than asked.
    /// </remarks>
    public LoudnessReport? Apply(Span<short> pcm, int sampleRate)
    {
        var source = new float[pcm.Length];
        Pcm16.Read(pcm, source);
        if (LoudnessMeter.Measure(source, sampleRate) is not { } before)
        {
            return null;
        }

        var sound = new float[pcm.Length];
        var after = before;
        for (var (round, push) = (0, 0.0); round < MostRounds && push <= MostPushDb; round++, push += Lufs - after)
        {
            source.CopyTo(sound, 0);
            Decibels.Amplify(sound, Lufs - before + push);
            TruePeakLimiter.Limit(sound, sampleRate);
            after = LoudnessMeter.Measure(sound, sampleRate) ?? after;
            if (Math.Abs(Lufs - after) <= CloseEnough)
            {
                break;
            }
        }

        Pcm16.Write(sound, pcm);
        return new LoudnessReport(before, after, Decibels.OfAmplitude(TruePeak.Measure(sound, sampleRate)));
    }
}
