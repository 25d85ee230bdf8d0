using System.Collections.Frozen;

namespace TtsConsumers.Speech.Text.Cleaning;

/// <summary>
/// Gives straight quotes their direction. A double quote opens and closes in turn; a single one is an apostrophe after a letter, in '90s and in
/// 'twas, else a quote.
/// </summary>
internal static class QuoteMarks
{
    /// <summary>Words that have lost their beginning.</summary>
    private static readonly FrozenSet<string> Shortened = new[] { "twas", "tis", "twill", "em", "til", "cause", "bout", "round" }.ToFrozenSet();

    /// <summary>Replaces <c>"</c> and quoting <c>'</c> by “ and ”; apostrophes stay.</summary>
    public static string Direct(string text)
    {
        if (!text.AsSpan().ContainsAny('"', '\''))
        {
            return text;
        }

        var chars = text.ToCharArray();
        var (doubleOpen, singleOpen) = (false, false);
        for (var at = 0; at < chars.Length; at++)
        {
            if (chars[at] == '"')
            {
                chars[at] = doubleOpen ? '”' : '“';
                doubleOpen = !doubleOpen;
            }
            else if (chars[at] == '\'')
            {
                chars[at] = Single(chars, at, ref singleOpen);
            }
        }

        return new string(chars);
    }

    private static char Single(char[] chars, int at, ref bool open)
    {
        var afterLetter = at > 0 && char.IsAsciiLetterOrDigit(chars[at - 1]);
        var beforeLetter = at + 1 < chars.Length && char.IsAsciiLetterOrDigit(chars[at + 1]);
        var beforeDigit = at + 1 < chars.Length && char.IsAsciiDigit(chars[at + 1]);
        if (beforeDigit || (afterLetter && (beforeLetter || !open)) || (!afterLetter && IsShortened(chars.AsSpan(at + 1))))
        {
            return '\'';
        }

        open = !open;
        return open ? '“' : '”';
    }

    private static bool IsShortened(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && char.IsAsciiLetter(rest[end]))
        {
            end++;
        }

        // A quote that closes behind the word is a quote before it too.
        var isQuoted = end < rest.Length && rest[end] == '\'';
        return !isQuoted && end is > 1 and < 7 && Shortened.Contains(rest[..end].ToString().ToLowerInvariant());
    }
}
