namespace TtsConsumers.Speech.Text.English;

/// <summary>What en-us.tsv says about a word.</summary>
/// <param name="value">The line behind the key: <c>phonemes [TAB third]</c>, see lexicon/en/NOTICE.md.</param>
internal readonly ref struct LexiconEntry(ReadOnlySpan<char> value)
{
    private readonly ReadOnlySpan<char> _value = value;

    /// <summary>The pronunciation that holds when no other fits.</summary>
    public ReadOnlySpan<char> Default => _value.IndexOf('\t') is var tab && tab < 0 ? _value : _value[..tab];

    /// <summary>Whether a machine made the entry. Such an entry does not answer for a proper noun in capitals.</summary>
    public bool IsSilver => Third is "~";

    private ReadOnlySpan<char> Third => _value.IndexOf('\t') is var tab && tab < 0 ? default : _value[(tab + 1)..];

    /// <summary>The pronunciation for a tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="pauses">Whether a pause or the end follows: some words have a form of their own there.</param>
    /// <returns>Phonemes; empty where the word is to be spelled.</returns>
    public ReadOnlySpan<char> For(WordTag tag, bool pauses) =>
        !Third.Contains('=') ? Default
        : pauses && TryVariant("None", out var final) ? final
        : TryVariant(TagNames.Exact(tag), out var exact) ? exact
        : TryVariant(TagNames.Parent(tag), out var parent) ? parent
        : Default;

    private bool TryVariant(ReadOnlySpan<char> name, out ReadOnlySpan<char> phonemes)
    {
        foreach (var range in Third.Split(';'))
        {
            var variant = Third[range];
            var sign = variant.IndexOf('=');
            if (sign > 0 && variant[..sign].SequenceEqual(name))
            {
                phonemes = variant[(sign + 1)..];
                return true;
            }
        }

        phonemes = default;
        return false;
    }
}
