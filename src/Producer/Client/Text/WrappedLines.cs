using System.Text;

namespace TtsConsumers.Producer.Client.Text;

/// <summary>Joins the lines of a block that was wrapped at a width; poems and lists stay as they are.</summary>
internal static class WrappedLines
{
    // Widths in columns. Files are wrapped at 60 to 80 as a rule; a verse or an entry of a list is rarely that wide, and not in every line.
    private const int Narrowest = 45;
    private const int Widest = 100;

    /// <summary>Makes paragraphs of the lines between two blank ones.</summary>
    /// <param name="lines">Lines without white space around them, none empty.</param>
    /// <returns>The lines joined to one, or as they are.</returns>
    public static IEnumerable<string> Join(IReadOnlyList<string> lines) => IsWrapped(lines) ? [Join(lines, new StringBuilder())] : [.. lines];

    /// <summary>All lines but the last are about as wide as each other, and at least one ends in the middle of a sentence.</summary>
    private static bool IsWrapped(IReadOnlyList<string> lines) =>
        lines.Count > 1
        && lines.All(line => Width(line) <= Widest)
        && lines.SkipLast(1).All(line => Width(line) >= Narrowest)
        && lines.SkipLast(1).Any(line => Marks.IsWordPart(line[^1]) || Marks.IsHan(line[^1]));

    private static string Join(IReadOnlyList<string> lines, StringBuilder text)
    {
        foreach (var line in lines)
        {
            if (text.Length > 0 && !(IsWide(text[^1]) && IsWide(line[0])))
                text.Append(' ');
            text.Append(line);
        }
        return text.ToString();
    }

    private static int Width(string line) => line.Sum(c => IsWide(c) ? 2 : 1);

    /// <summary>Takes two columns: East Asian letters and marks.</summary>
    private static bool IsWide(char c) => c is >= '\u2E80' and < '\uD800' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE4F' or >= '\uFF01' and <= '\uFF60';
}
