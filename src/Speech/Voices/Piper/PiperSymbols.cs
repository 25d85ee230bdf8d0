using System.Collections.Frozen;
using System.Text;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>The phonemes of one Piper voice and their ids.</summary>
/// <param name="config">The voice.</param>
internal sealed class PiperSymbols(PiperConfig config)
{
    /// <summary>What stands between phonemes.</summary>
    public const string Pad = "_";

    private const string Begin = "^";
    private const string End = "$";

    private readonly FrozenDictionary<string, IReadOnlyList<long>> _ids = config.Ids.ToFrozenDictionary();
    private readonly int _longestCluster = config.Clusters.Select(cluster => cluster.Length).DefaultIfEmpty().Max();

    /// <summary>Something the voice can say, to try it.</summary>
    public string FirstWords => config.PhonemeType == PhonemeType.Pinyin && Split("ma1").All(Contains) ? "ma1"
        : Contains("a") ? "a" : config.Ids.Keys.FirstOrDefault(key => key is not (Pad or Begin or End) && !string.IsNullOrWhiteSpace(key)) ?? Pad;

    /// <summary>Whether the voice has ids for a phoneme.</summary>
    public bool Contains(string symbol) => _ids.ContainsKey(symbol);

    /// <summary>Parts a written sentence into the voice's phonemes, known or not.</summary>
    /// <param name="sentence">Code points; for pinyin, syllables and marks, parted by blanks.</param>
    public IReadOnlyList<string> Split(string sentence) => config.PhonemeType == PhonemeType.Pinyin ? PinyinSymbols.Split(sentence) : CodePoints(sentence);

    /// <summary>The ids of phonemes: begin, each phoneme's, end; a pad between any two, in pinyin between any two syllables or marks.</summary>
    /// <param name="symbols">Known phonemes.</param>
    /// <exception cref="UnknownSymbolException">There is an unknown one.</exception>
    public long[] Ids(IReadOnlyList<string> symbols) => [.. Groups(symbols).SelectMany(group => group.Ids)];

    /// <summary>The same, with the phoneme that each group of ids is; null for what stands around and between.</summary>
    /// <inheritdoc cref="Ids"/>
    public IEnumerable<(IReadOnlyList<long> Ids, string? Symbol)> Groups(IReadOnlyList<string> symbols)
    {
        var byGroup = config.PhonemeType == PhonemeType.Pinyin;
        yield return (Of(Begin), null);
        if (!byGroup)
        {
            yield return (Of(Pad), null);
        }

        foreach (var symbol in symbols)
        {
            yield return (_ids.TryGetValue(symbol, out var own) ? own : throw new UnknownSymbolException($"The voice has no id for '{symbol}'."), symbol);
            if (!byGroup || PinyinSymbols.EndsGroup(symbol))
            {
                yield return (Of(Pad), null);
            }
        }

        yield return (Of(End), null);
    }

    private IReadOnlyList<long> Of(string special) => _ids.GetValueOrDefault(special, []);

    private List<string> CodePoints(string sentence)
    {
        List<string> symbols = [];
        for (var at = 0; at < sentence.Length;)
        {
            var length = ClusterAt(sentence, at) ?? (Rune.TryGetRuneAt(sentence, at, out var rune) ? rune.Utf16SequenceLength : 1);
            symbols.Add(sentence.Substring(at, length));
            at += length;
        }

        return symbols;
    }

    private int? ClusterAt(string sentence, int at)
    {
        for (var length = Math.Min(_longestCluster, sentence.Length - at); length > 1; length--)
        {
            if (config.Clusters.Contains(sentence.Substring(at, length)))
            {
                return length;
            }
        }

        return null;
    }
}
