using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>Where the words of a text stand that goes to a reader of its own, and where they stand in the text as sent.</summary>
/// <param name="words">Each word's places, in order: in the text that goes, and in the text as sent.</param>
internal sealed partial class WrittenWords(IReadOnlyList<(Place Here, Place AsSent)> words)
{
    /// <summary>
    /// The words of a text as sent: letters and digits in a row, with what joins them: <c>don't</c>, <c>3.14</c>, <c>8:30</c>.
    /// </summary>
    /// <param name="text">The text.</param>
    public WrittenWords(string text)
        : this([.. Word().Matches(text).Select(word => new Place(word.Index, word.Index + word.Length)).Select(place => (place, place))])
    {
    }

    /// <summary>The word as sent that a stretch of the text belongs to, or all from its first to its last; null where there is none.</summary>
    /// <param name="from">Index of its first UTF-16 unit.</param>
    /// <param name="to">Index behind its last.</param>
    public Place? At(int from, int to)
    {
        Place? found = null;
        foreach (var (here, asSent) in words)
        {
            if (here.From < to && here.To > from)
            {
                found = found?.UpTo(asSent) ?? asSent;
            }
        }

        return found;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:(?:['’‑-]|(?<=\p{N})[.,:/](?=\p{N}))[\p{L}\p{M}\p{N}]+)*")]
    private static partial Regex Word();
}
