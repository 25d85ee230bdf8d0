namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>The syllables of Chinese and their phonemes, <c>pinyin-to-phonemes.tsv</c>: pinyin with the number of the tone, ü written v.</summary>
internal sealed class Syllables
{
    private readonly Dictionary<string, string> _phonemes;

    /// <summary>Takes over a table.</summary>
    public Syllables(LexiconTable table)
    {
        _phonemes = new Dictionary<string, string>(table.Count);
        for (var line = 0; line < table.Count; line++)
        {
            _phonemes.Add(table.Key(line).ToString(), table.Value(line).ToString());
        }
    }

    /// <summary>The phonemes of a syllable such as <c>hang2</c>.</summary>
    public string this[string syllable] => _phonemes[syllable];

    /// <summary>Whether there are phonemes for a syllable.</summary>
    public bool Contains(string syllable) => _phonemes.ContainsKey(syllable);

    /// <summary>The phonemes of a syllable, if there are any.</summary>
    public bool TryFind(string syllable, out string phonemes) => _phonemes.TryGetValue(syllable, out phonemes!);

    /// <summary>A syllable as people may write it, the way the table has it: Nü3 and nu:3 are nv3.</summary>
    public static string Plain(string written) => written.ToLowerInvariant()
        .Replace("u:", "v", StringComparison.Ordinal).Replace('ü', 'v');
}
