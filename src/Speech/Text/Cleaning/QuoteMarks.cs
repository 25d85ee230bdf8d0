namespace TtsConsumers.Speech.Text.Cleaning;

/// <summary>
/// Gives straight quotes their direction. A double quote opens and closes in turn; a single one is an apostrophe after a letter and
/// in '90s, else a quote.
/// </summary>
internal static class QuoteMarks
{
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
        if (beforeDigit || (afterLetter && (beforeLetter || !open)))
        {
            return '\'';
        }

        open = !open;
        return open ? '“' : '”';
    }
}
