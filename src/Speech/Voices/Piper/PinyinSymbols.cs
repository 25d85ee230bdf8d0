namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>Piper's phonemes of Chinese: the initial of a syllable, its final and its tone, one after the other (piper, phonemize_chinese.py).</summary>
internal static class PinyinSymbols
{
    /// <summary>What stands where a syllable has no initial.</summary>
    private const string NoInitial = "Ø";

    private const string Marks = "。？！.?!—…、，：；,:; ";
    private static readonly string[] Initials =
        ["zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y", "w"];

    /// <summary>Parts syllables and marks, which are parted by blanks, into phonemes.</summary>
    public static IReadOnlyList<string> Split(string sentence) =>
        [.. sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Parts)];

    /// <summary>Whether a phoneme is the last of a syllable, or a mark: a pad follows it.</summary>
    public static bool EndsGroup(string symbol) => symbol.Length == 1 && (symbol[0] is >= '1' and <= '5' || IsMark(symbol[0]));

    /// <summary>Whether there is a phoneme for a mark.</summary>
    public static bool IsMark(char mark) => Marks.Contains(mark, StringComparison.Ordinal);

    private static string[] Parts(string syllable)
    {
        if (syllable.Length < 2 || syllable[^1] is < '1' or > '5')
        {
            return [syllable];
        }

        var initial = Array.Find(Initials, syllable.StartsWith) ?? "";
        var final = syllable[initial.Length..^1];
        return final.Length == 0 ? [syllable] : [initial.Length == 0 ? NoInitial : initial, final, syllable[^1..]];
    }
}
