namespace TtsConsumers.Speech.Text.Overrides;

/// <summary>A word with a reading of somebody's own.</summary>
/// <param name="Text">The word, cleaned and in simplified characters.</param>
internal abstract record OwnWord(string Text)
{
    /// <summary>A word of Hanzi: it stands in the sentence as any other, so that segmenter and sandhi see it.</summary>
    /// <param name="Text">The word.</param>
    /// <param name="Syllables">One a character, in citation form.</param>
    /// <param name="Score">Its weight for the segmenter, see <see cref="Chinese.Segmenter.Weigh"/>.</param>
    public sealed record Hanzi(string Text, string[] Syllables, double Score) : OwnWord(Text);

    /// <summary>Any other word, iPhone, K8s or A股: its sound is fixed before numbers and signs are looked at.</summary>
    /// <param name="Text">The word. One without capitals answers for all its spellings.</param>
    /// <param name="Phonemes">What is said.</param>
    public sealed record Other(string Text, string Phonemes) : OwnWord(Text);
}
