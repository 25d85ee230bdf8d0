namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>
/// Writes ASCII marks the Chinese way where they end a clause, and takes out blanks between Hanzi: the model and the rules know only
/// those.
/// </summary>
internal static class MarkStyle
{
    private const string Ascii = ",.!?;:~–·()";
    private const string Chinese = "，。！？；：——、（）";
    private const char Nothing = '\0';

    /// <summary>Writes the marks of a passage.</summary>
    public static PlacedText Apply(PlacedText placed)
    {
        var text = placed.Text;
        var styled = new PlacedBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var mark = text[at] switch
            {
                ' ' => IsNeeded(text, at) ? ' ' : Nothing,
                '·' when Script.IsBetweenHanzi(text, at) => Nothing,
                '\n' => EndsLine(styled) ? '。' : Nothing,
                var ascii when Ascii.IndexOf(ascii, StringComparison.Ordinal) is var known and >= 0 && IsMark(text, at) => Chinese[known],
                var other => other,
            };
            if (mark != Nothing)
            {
                styled.Append(mark, placed.PlaceOf(at));
            }
        }

        return styled.ToText();
    }

    /// <summary>The end of a line ends the sentence, unless a mark has done so.</summary>
    private static bool EndsLine(PlacedBuilder styled) =>
        styled.Length > 0 && (Script.IsHanzi(styled[^1]) || char.IsAsciiLetterOrDigit(styled[^1]));

    /// <summary>Not inside 3.14, 1,000, 8:30, 3~5 or www.example.com, and not before a number as in .NET or ~5.</summary>
    private static bool IsMark(string text, int at)
    {
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        var isBehindWord = at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]);
        var isBeforeNumber = char.IsAsciiDigit(after) || IsSigned(text, at + 1);
        return text[at] switch
        {
            '.' => !char.IsAsciiLetterOrDigit(after),
            '~' or '–' => !isBeforeNumber,
            _ => !(isBehindWord && (isBeforeNumber || char.IsAsciiLetter(after) || after == '/')),
        };
    }

    /// <summary>A sign or currency before a number, as in 15~-5 and ¥10~¥20.</summary>
    private static bool IsSigned(string text, int at) =>
        at + 1 < text.Length && text[at] is '-' or '¥' or '$' or '€' or '£' && char.IsAsciiDigit(text[at + 1]);

    /// <summary>A blank matters only where a Latin letter or digit stands on both sides.</summary>
    private static bool IsNeeded(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAscii(text[at - 1]) && char.IsAscii(text[at + 1]);
}
