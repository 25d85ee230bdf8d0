using System.Text;

namespace TtsConsumers.Speech.Text.English;

/// <summary>Changes of stress. A mark stands directly before its vowel.</summary>
internal static class Stress
{
    /// <summary>A stressed word in the shadow of another: ˈ becomes ˌ and ˌ goes. A word without ˈ stays.</summary>
    public static string Demote(string phonemes) => phonemes.Contains(Sounds.Primary, StringComparison.Ordinal)
        ? phonemes.Replace(Sounds.Secondary.ToString(), string.Empty, StringComparison.Ordinal).Replace(Sounds.Primary, Sounds.Secondary)
        : phonemes;

    /// <summary>The stress that capital letters give: Capitalised words get ˌ when they have none, ALL CAPS get ˈ.</summary>
    public static string FromCase(string word, string phonemes) =>
        LetterCase.IsLower(word) ? phonemes : LetterCase.IsUpper(word) ? Emphasise(phonemes) : EnsureAny(phonemes);

    /// <summary>Gives a word without any mark a secondary stress.</summary>
    public static string EnsureAny(string phonemes) => IsUnstressed(phonemes) ? Insert(phonemes, Sounds.Secondary) : phonemes;

    private static string Emphasise(string phonemes) =>
        IsUnstressed(phonemes) ? Insert(phonemes, Sounds.Primary)
        : phonemes.Contains(Sounds.Primary, StringComparison.Ordinal) ? phonemes
        : phonemes.Replace(Sounds.Secondary, Sounds.Primary);

    private static bool IsUnstressed(string phonemes) => phonemes.AsSpan().IndexOfAny(Sounds.Primary, Sounds.Secondary) < 0;

    private static string Insert(string phonemes, char mark)
    {
        var vowel = phonemes.AsSpan().IndexOfAny(Sounds.Vowels);
        return vowel < 0 ? phonemes : new StringBuilder(phonemes).Insert(vowel, mark).ToString();
    }
}
