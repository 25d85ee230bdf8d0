using System.Text;
using System.Text.RegularExpressions;

namespace TtsConsumers.Speech.Voices.Piper.Espeak;

/// <summary>What Piper makes of espeak-ng's phonemes before a voice gets them.</summary>
internal static partial class EspeakPhonemes
{
    /// <summary>Takes out the names of languages that espeak-ng changes to, and parts accents from their letters.</summary>
    /// <param name="ipa">As the program prints them.</param>
    /// <param name="replacements">The voice's own: code point → what is spoken instead.</param>
    public static string Of(string ipa, IReadOnlyDictionary<string, IReadOnlyList<string>> replacements)
    {
        var phonemes = CanonicalDecomposition.Of(LanguageFlag().Replace(ipa, ""));
        if (replacements.Count == 0)
        {
            return phonemes;
        }

        var replaced = new StringBuilder();
        foreach (var rune in phonemes.EnumerateRunes())
        {
            replaced.AppendJoin("", replacements.GetValueOrDefault(rune.ToString(), [rune.ToString()]));
        }

        return replaced.ToString();
    }

    [GeneratedRegex(@"\([^)]+\)")]
    private static partial Regex LanguageFlag();
}
