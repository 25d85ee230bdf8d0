namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>Readings that the text itself fixes: 行{hang2} says hang2 for 行, whatever the rules think, and 行长{hang2 zhang3} for both.</summary>
internal sealed class FixedReadings
{
    private readonly List<(int At, string Syllable)> _readings = [];

    /// <summary>Takes the readings out of a text.</summary>
    /// <param name="placed">The text with braces.</param>
    /// <param name="syllables">Those the voice has phonemes for; braces around anything else stay.</param>
    /// <param name="plain">The text without them.</param>
    public static FixedReadings Extract(PlacedText placed, Syllables syllables, out PlacedText plain)
    {
        var found = new FixedReadings();
        var text = placed.Text;
        plain = placed;
        if (text.Contains('{', StringComparison.Ordinal))
        {
            var kept = new PlacedBuilder(text.Length);
            for (var at = 0; at < text.Length; at++)
            {
                var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
                if (end >= 0 && found.TryAdd(kept, text[(at + 1)..end].Split(' '), syllables))
                {
                    at = end;
                }
                else
                {
                    kept.Append(placed, at, at + 1);
                }
            }

            plain = kept.ToText();
        }

        return found;
    }

    /// <summary>Overwrites the syllables a sentence cites.</summary>
    public void Cite(Sentence sentence)
    {
        foreach (var (at, syllable) in _readings)
        {
            sentence.Cite(at, syllable, ReadingSource.Text);
        }
    }

    /// <summary>Overwrites the syllables it says: what the text fixes is said as it stands there.</summary>
    public void Say(Sentence sentence)
    {
        foreach (var (at, syllable) in _readings)
        {
            sentence.Spoken[at] = syllable;
        }
    }

    private bool TryAdd(PlacedBuilder kept, string[] readings, Syllables syllables)
    {
        var first = kept.Length - readings.Length;
        if (first < 0 || !Array.TrueForAll(readings, syllables.Contains))
        {
            return false;
        }

        for (var at = first; at < kept.Length; at++)
        {
            if (!Script.IsHanzi(kept[at]))
            {
                return false;
            }
        }

        _readings.AddRange(readings.Select((syllable, number) => (first + number, syllable)));
        return true;
    }
}
