using System.Collections.Frozen;

namespace TtsConsumers.Speech.Voices.Kokoro;

/// <summary>Symbols to ids. The gaps in the vocabulary are the model's own: only listed symbols have a sound.</summary>
internal sealed class KokoroVocabulary(IReadOnlyDictionary<string, int> symbols)
{
    /// <summary>The id before the first and after the last symbol.</summary>
    public const long Boundary = 0;

    private readonly FrozenDictionary<char, int> _ids = symbols.ToFrozenDictionary(entry => entry.Key[0], entry => entry.Value);

    /// <summary>Names every symbol that has no id, or passes.</summary>
    /// <param name="phonemes">One UTF-16 unit a symbol.</param>
    /// <exception cref="UnknownSymbolException">There is at least one.</exception>
    public void Check(string phonemes)
    {
        var unknown = phonemes.Where(symbol => !_ids.ContainsKey(symbol)).Distinct()
            .Select(symbol => $"'{symbol}' (U+{(int)symbol:X4})")
            .ToList();
        if (unknown.Count > 0)
        {
            throw new UnknownSymbolException($"The model has no sound for {string.Join(", ", unknown)}.");
        }
    }

    /// <summary>The ids of one piece.</summary>
    /// <param name="symbols">Known symbols.</param>
    /// <returns>Boundary, one id a symbol, boundary.</returns>
    public long[] Ids(ReadOnlySpan<char> symbols)
    {
        var ids = new long[symbols.Length + 2];
        ids[0] = ids[^1] = Boundary;
        for (var i = 0; i < symbols.Length; i++)
        {
            ids[i + 1] = _ids[symbols[i]];
        }

        return ids;
    }
}
