namespace TtsConsumers.Speech.Text.Chinese.Contexts;

/// <summary>A line of contexts.tsv: a syllable, and where a character has it.</summary>
/// <param name="Syllable">The syllable in citation form.</param>
/// <param name="BeatsPhrases">Whether it also holds where a phrase says something else.</param>
/// <param name="Patterns">Where: any of these.</param>
internal sealed record ContextRule(string Syllable, bool BeatsPhrases, IReadOnlyList<ContextPattern> Patterns)
{
    /// <summary>Whether the character at an index has the syllable.</summary>
    public bool Holds(Sentence sentence, int at)
    {
        foreach (var pattern in Patterns)
        {
            if (pattern.Fits(sentence, at))
            {
                return BeatsPhrases || sentence.Sources[at] != ReadingSource.Phrase;
            }
        }

        return false;
    }
}
