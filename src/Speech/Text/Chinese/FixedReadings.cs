using System.Text;

namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>Readings that the text itself fixes: 行{hang2} says hang2 for 行, whatever the rules think.</summary>
internal sealed class FixedReadings
{
    private readonly List<(int At, string Syllable)> _readings = [];

    /// <summary>Takes the readings out of a text.</summary>
    /// <param name="text">The text with braces.</param>
    /// <param name="isSyllable">Whether the voice has phonemes for a syllable; braces around anything else stay.</param>
    /// <param name="plain">The text without them.</param>
    public static FixedReadings Extract(string text, Func<string, bool> isSyllable, out string plain)
    {
        var found = new FixedReadings();
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var end = text[at] == '{' && kept.Length > 0 && Script.IsHanzi(kept[^1]) ? text.IndexOf('}', at) : -1;
            var syllable = end < 0 ? string.Empty : text[(at + 1)..end];
            if (end >= 0 && isSyllable(syllable))
            {
                found._readings.Add((kept.Length - 1, syllable));
                at = end;
            }
            else
            {
                kept.Append(text[at]);
            }
        }

        plain = kept.ToString();
        return found;
    }

    /// <summary>Overwrites the syllables of a sentence.</summary>
    public void Apply(string[] syllables)
    {
        foreach (var (at, syllable) in _readings)
        {
            syllables[at] = syllable;
        }
    }
}
