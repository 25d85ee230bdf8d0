using System.Text.RegularExpressions;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>Whether the dot of an abbreviation also ends the sentence.</summary>
internal static class SentenceEnd
{
    /// <summary>A full stop when the abbreviation has a dot and the text ends or a capitalised word follows, not capitals: 8 p.m. EST; else nothing.</summary>
    public static string DotAfter(Match match, string text)
    {
        var end = match.Index + match.Length;
        var capital = end + 1 < text.Length && text[end] == ' ' && char.IsAsciiLetterUpper(text[end + 1])
            && !(end + 2 < text.Length && char.IsAsciiLetterUpper(text[end + 2]));
        return match.Value.EndsWith('.') && (capital || IsLast(match, text)) ? "." : string.Empty;
    }

    /// <summary>A full stop when the abbreviation has a dot and the text ends; else nothing.</summary>
    public static string DotAtEnd(Match match, string text) => match.Value.EndsWith('.') && IsLast(match, text) ? "." : string.Empty;

    private static bool IsLast(Match match, string text) => text.AsSpan(match.Index + match.Length).TrimEnd("”) ").IsEmpty;
}
