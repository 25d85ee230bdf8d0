using TtsConsumers.Speech.Inference;

namespace TtsConsumers.Speech.Audio;

/// <summary>Tells speech from what a sick model or device gives: no numbers, silence, a flat line, a length that the text can't have.</summary>
/// <remarks>
/// Measured on 120 utterances of the default voices, 1 to 82 phonemes at speeds 0.5 to 2: 2 to 13 frames an id at speed 1, most in the
/// shortest texts; peaks from 0.10. The bounds stand well outside of that: the check is for faults, not for taste.
/// </remarks>
public static class AudioCheck
{
    private const double FewestFramesPerId = 0.5;
    private const double MostFramesPerId = 15;
    private const double MostFramesOfPauses = 60;
    private const float QuietestPeak = 0.01f;

    /// <summary>A sine has 9 % of its samples so near to its peak, speech far fewer.</summary>
    private const float NearPeak = 0.99f;
    private const double MostNearPeak = 0.25;

    /// <summary>Looks at a sound before it is stored.</summary>
    /// <param name="audio">What the model gave.</param>
    /// <param name="utterance">What it was asked for.</param>
    /// <returns>Null when it may be speech; else a sentence that says what is wrong, without the text.</returns>
    public static string? Fault(SpokenAudio audio, Utterance utterance) =>
        LengthFault(audio, utterance) ?? DurationFault(audio) ?? SampleFault(audio.Samples);

    private static string? LengthFault(SpokenAudio audio, Utterance utterance)
    {
        var frames = (audio.Samples.Length - (utterance.Pauses.TotalSeconds * audio.SampleRate)) / audio.FrameSamples;
        var fewest = FewestFramesPerId * utterance.IdCount;
        var most = ((MostFramesPerId * utterance.IdCount) + (MostFramesOfPauses * utterance.Pieces.Count)) / utterance.Speed;
        return frames >= fewest && frames <= most
            ? null
            : $"{utterance.IdCount} ids at speed {utterance.Speed} last {frames:0.#} frames; {fewest:0.#} to {most:0.#} are plausible.";
    }

    private static string? DurationFault(SpokenAudio audio)
    {
        if (audio.Durations.IsEmpty)
        {
            return null;
        }

        var said = 0L;
        foreach (var frames in audio.Durations.Span)
        {
            said += frames * audio.FrameSamples;
        }

        return said == audio.Samples.Length ? null : $"The durations add up to {said} samples; the audio has {audio.Samples.Length}.";
    }

    private static string? SampleFault(ReadOnlySpan<float> samples)
    {
        var peak = 0f;
        for (var i = 0; i < samples.Length; i++)
        {
            if (!float.IsFinite(samples[i]))
            {
                return $"Sample {i} of {samples.Length} is {samples[i]}.";
            }

            peak = Math.Max(peak, Math.Abs(samples[i]));
        }

        return peak >= QuietestPeak
            ? FlatFault(samples, peak)
            : $"The audio is silent: its peak is {peak}, speech has at least {QuietestPeak}.";
    }

    private static string? FlatFault(ReadOnlySpan<float> samples, float peak)
    {
        var near = 0;
        foreach (var sample in samples)
        {
            if (Math.Abs(sample) >= NearPeak * peak)
            {
                near++;
            }
        }

        return near <= MostNearPeak * samples.Length
            ? null
            : $"The audio is clipped flat: {near} of {samples.Length} samples are at its peak of {peak}, in speech hardly any.";
    }
}
