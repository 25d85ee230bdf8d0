using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>
/// Takes characters apart as Unicode's NFD does: é is e and an acute accent. Our own, because the programs run with invariant globalization, where
/// <see cref="string.Normalize()"/> does nothing. The table ends with the scripts of U+30FF; Hangul is computed.
/// </summary>
internal static class CanonicalDecomposition
{
    private const int FirstHangul = 0xac00;
    private const int LastHangul = 0xd7a3;
    private static readonly Lazy<FrozenDictionary<char, string>> Table = new(Load);

    /// <summary>Takes a text apart.</summary>
    public static string Of(string text)
    {
        var apart = new StringBuilder(text.Length);
        foreach (var symbol in text)
        {
            if (symbol is >= (char)FirstHangul and <= (char)LastHangul)
            {
                AppendHangul(apart, symbol - FirstHangul);
            }
            else if (symbol >= '\u00c0' && Table.Value.TryGetValue(symbol, out var parts))
            {
                apart.Append(parts);
            }
            else
            {
                apart.Append(symbol);
            }
        }

        return apart.ToString();
    }

    /// <summary>The Unicode Standard, 3.12: a syllable is a leading consonant, a vowel, and perhaps a trailing consonant.</summary>
    private static void AppendHangul(StringBuilder apart, int syllable)
    {
        apart.Append((char)(0x1100 + (syllable / 588))).Append((char)(0x1161 + (syllable % 588 / 28)));
        if (syllable % 28 > 0)
        {
            apart.Append((char)(0x11a7 + (syllable % 28)));
        }
    }

    private static FrozenDictionary<char, string> Load()
    {
        using var stream = typeof(CanonicalDecomposition).Assembly.GetManifestResourceStream("decompositions.txt")!;
        using var lines = new StreamReader(stream);
        Dictionary<char, string> table = [];
        while (lines.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                var codes = line.Split(' ').Select(code => (char)ushort.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
                table[codes[0]] = new string(codes[1..]);
            }
        }

        return table.ToFrozenDictionary();
    }
}
