using TtsConsumers.Speech.Text.Explaining;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>A passage as the front end reads it, word for word, with the marks and blanks between.</summary>
internal static class SpokenWords
{
    /// <summary>Walks through a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <returns>Words with their readings, and between them single characters without one.</returns>
    public static IEnumerable<(string Text, ExplainedWord? Word)> Of(ExplainedPassage passage)
    {
        var at = 0;
        foreach (var word in passage.Words)
        {
            var start = passage.Normalized.IndexOf(word.Text, at, StringComparison.Ordinal);
            for (; start >= 0 && at < start; at++)
            {
                yield return (passage.Normalized[at].ToString(), null);
            }

            yield return (word.Text, word);
            at = Math.Max(at, start + word.Text.Length);
        }

        for (; at < passage.Normalized.Length; at++)
        {
            yield return (passage.Normalized[at].ToString(), null);
        }
    }
}
