namespace TtsConsumers.Speech.Text;

/// <summary>Which script a character of cleaned text belongs to.</summary>
internal static class Script
{
    /// <summary>A Chinese character of the Basic Multilingual Plane: the basic block, Extension A, or 〇.</summary>
    public static bool IsHanzi(char c) => c is (>= '\u4e00' and <= '\u9fff') or (>= '\u3400' and <= '\u4dbf') or '〇';

    /// <summary>A Latin letter; cleaned text has no accents.</summary>
    public static bool IsLatin(char c) => char.IsAsciiLetter(c);

    /// <summary>Whether both the characters around a position are Chinese.</summary>
    public static bool IsBetweenHanzi(string text, int at) =>
        at > 0 && at + 1 < text.Length && IsHanzi(text[at - 1]) && IsHanzi(text[at + 1]);
}
