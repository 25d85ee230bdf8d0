using System.Text;

namespace TtsConsumers.Speech.Voices.Piper.Espeak;

/// <summary>
/// Cuts a text where espeak-ng does: Piper needs to know which mark ended each clause, and the program prints phonemes only.
/// </summary>
/// <remarks>
/// A mark ends a clause before a blank, a bracket, a quote or the end (marks of Chinese and Japanese: before anything), once the clause has a
/// letter or digit; a full stop does not before a small letter: "approx. five" goes on, "3.14" and "8:30" are no ends. Of marks in a row the
/// first counts. One line break is a blank, an empty line the end of a sentence. Checked against espeak-ng 1.51 in ClauseSplitterTests.
/// </remarks>
internal static class ClauseSplitter
{
    // The program reads lines of 999 bytes and makes clauses of up to 800.
    private const int MostBytes = 600;
    private const string After = "\"'()[]{}«»‘’“”「」『』《》〈〉【】";

    /// <summary>Cuts.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<SpokenClause> Split(string text)
    {
        List<SpokenClause> clauses = [];
        foreach (var paragraph in Plain(text).Split("\n\n"))
        {
            Add(clauses, paragraph.Replace('\n', ' '));
            if (clauses.Count > 0)
            {
                clauses[^1] = clauses[^1] with { EndsSentence = true };
            }
        }

        return clauses;
    }

    private static void Add(List<SpokenClause> clauses, string paragraph)
    {
        var from = 0;
        for (var at = 0; at < paragraph.Length; at++)
        {
            var mark = ClauseMark.Of(paragraph[at]);
            if (mark.IsMark && IsEnd(paragraph, from, at, mark))
            {
                var end = EndOfRun(paragraph, at);
                Add(clauses, paragraph[from..end], mark.NeedsBlank || paragraph[at] == '…' ? mark.Kind : '\0', mark.EndsSentence);
                (from, at) = (end, end - 1);
            }
        }

        Add(clauses, paragraph[from..], '\0', endsSentence: false);
    }

    private static bool IsEnd(string text, int from, int at, ClauseMark mark)
    {
        var next = EndOfRun(text, at);
        var blank = next >= text.Length || char.IsWhiteSpace(text[next]) || After.Contains(text[next], StringComparison.Ordinal);
        if ((mark.NeedsBlank && !blank && !IsDots(text, at)) || !text[from..at].Any(char.IsLetterOrDigit))
        {
            return false;
        }

        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return text[at] != '.' || IsDots(text, at) || next >= text.Length || !char.IsLower(text[next]);
    }

    /// <summary>Three dots or more are an ellipsis.</summary>
    private static bool IsDots(string text, int at) => text.AsSpan(at).StartsWith("...");

    private static int EndOfRun(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (text[end] == text[at] || (ClauseMark.Of(text[at]).Kind is '?' or '!' && ClauseMark.Of(text[end]).Kind is '?' or '!')))
        {
            end++;
        }

        return end;
    }

    private static void Add(List<SpokenClause> clauses, string text, char mark, bool endsSentence)
    {
        var rest = text.Trim();
        if (!rest.Any(char.IsLetterOrDigit) && !rest.Any(char.IsSurrogate) && !rest.Any(char.IsSymbol))
        {
            return;
        }

        while (Encoding.UTF8.GetByteCount(rest) > MostBytes)
        {
            var cut = Cut(rest);
            clauses.Add(new SpokenClause(rest[..cut].Trim(), '\0', EndsSentence: false));
            rest = rest[cut..].Trim();
        }

        clauses.Add(new SpokenClause(rest, mark, endsSentence));
    }

    /// <summary>The last blank of what fits in a line, or what fits.</summary>
    private static int Cut(string text)
    {
        var fits = 0;
        for (var bytes = 0; fits < text.Length;)
        {
            var rune = Rune.GetRuneAt(text, fits);
            bytes += rune.Utf8SequenceLength;
            if (bytes > MostBytes)
            {
                break;
            }

            fits += rune.Utf16SequenceLength;
        }

        var blank = text.LastIndexOf(' ', fits - 1);
        return blank > 0 ? blank : fits;
    }

    /// <summary>
    /// Without what would be a command to the program rather than text: control characters, and brackets in twos, which announce phonemes.
    /// </summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            plain.Append(rune.Value == '\n' || !Rune.IsControl(rune) ? rune.ToString() : " ");
            if (rune.Value == '[')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }
}
