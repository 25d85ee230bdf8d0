using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Text;

namespace TtsConsumers.Speech;

/// <summary>Finds out when each word sounds, from how many frames the model gave each phoneme.</summary>
public static class WordTimes
{
    /// <summary>Stands around every piece; see <see cref="SpokenAudio.Ids"/>.</summary>
    internal const long Boundary = 0;

    /// <summary>Times words. They keep their times in whatever rate and format the audio is stored.</summary>
    /// <param name="words">The words of the reading that was spoken.</param>
    /// <param name="audio">What the model spoke, all pieces of it.</param>
    /// <returns>The words, exact to one frame; none where the model does not tell how long a phoneme lasts.</returns>
    public static IReadOnlyList<WordTime> Of(IReadOnlyList<WordSpan> words, SpokenAudio audio)
    {
        var starts = PhonemeStarts(audio, out var ends);
        return words.Count == 0 || words[^1].End > starts.Count
            ? []
            : [.. words.Select(word => new WordTime(word.From, word.To, Time(starts[word.Start]), Time(ends[word.End - 1])))];

        TimeSpan Time(long frame) => TimeSpan.FromSeconds((double)frame * audio.FrameSamples / audio.SampleRate);
    }

    /// <summary>The frame in which each phoneme begins, and the one behind its end. Boundary ids last too, but are no phonemes.</summary>
    private static List<long> PhonemeStarts(SpokenAudio audio, out List<long> ends)
    {
        var ids = audio.Ids.Span;
        var durations = audio.Durations.Span;
        var starts = new List<long>(ids.Length);
        ends = new List<long>(ids.Length);
        var frame = 0L;
        for (var at = 0; at < durations.Length; at++)
        {
            if (ids[at] != Boundary)
            {
                starts.Add(frame);
                ends.Add(frame + durations[at]);
            }

            frame += durations[at];
        }

        return starts;
    }
}
