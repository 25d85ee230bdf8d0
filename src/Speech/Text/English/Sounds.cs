using System.Buffers;

namespace TtsConsumers.Speech.Text.English;

/// <summary>The classes of misaki's symbols, as in misaki 0.9.4 (Apache-2.0). Raw symbols: ɾ and ʔ are still there.</summary>
internal static class Sounds
{
    /// <summary>Primary stress.</summary>
    public const char Primary = 'ˈ';

    /// <summary>Secondary stress.</summary>
    public const char Secondary = 'ˌ';

    /// <summary>Marks that make a pause.</summary>
    public const string Pauses = ";:,.!?—…";

    /// <summary>
    /// Vowels. ɐ is missing on purpose: it stands only in the unstressed a and an, through which misaki looks for the next sound.
    /// </summary>
    public static readonly SearchValues<char> Vowels = SearchValues.Create("AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ");

    /// <summary>Consonants.</summary>
    public static readonly SearchValues<char> Consonants = SearchValues.Create("bdfhjklmnpstvwzðŋɡɹɾʃʒʤʧθ");

    /// <summary>After these an American t becomes a flap before a vowel.</summary>
    public static readonly SearchValues<char> BeforeFlap = SearchValues.Create("AIOWYiuæɑəɛɪɹʊʌ");

    /// <summary>Symbols that stand for two sounds and weigh double.</summary>
    public static readonly SearchValues<char> Double = SearchValues.Create("AIOQWYʤʧ");

    /// <summary>What stands in phonemes beside vowels and consonants: stresses, the unstressed ɐ, the vanishing ᵊ, flap and glottal stop, and g.</summary>
    private const string Others = "ˈˌɐᵊTʔg";

    /// <summary>Whether a character is an English phoneme or stress.</summary>
    public static bool IsPhoneme(char symbol) =>
        Vowels.Contains(symbol) || Consonants.Contains(symbol) || Others.Contains(symbol, StringComparison.Ordinal);

    /// <summary>Phonemes the way Kokoro v1.0 writes them: the flap is T, the glottal stop t, and ɡ is not the letter g.</summary>
    public static string Written(string phonemes) => phonemes.Replace('ɾ', 'T').Replace('ʔ', 't').Replace('g', 'ɡ');

    /// <summary>What a word finds behind it, given its phonemes and what is behind them.</summary>
    public static NextSound FirstOf(ReadOnlySpan<char> phonemes, NextSound behind)
    {
        foreach (var symbol in phonemes)
        {
            if (Pauses.Contains(symbol, StringComparison.Ordinal))
            {
                return NextSound.Pause;
            }

            if (Vowels.Contains(symbol) || Consonants.Contains(symbol))
            {
                return Vowels.Contains(symbol) ? NextSound.Vowel : NextSound.Consonant;
            }
        }

        return behind;
    }
}
