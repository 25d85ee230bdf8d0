using System.Text.RegularExpressions;

namespace TtsConsumers.Speech.Text.Cleaning;

/// <summary>Makes one mark of several: ？！→？, 。。→。, ...→…, ---→—. Repeating a mark adds nothing to hear, and confuses the voice.</summary>
internal static partial class MarkRuns
{
    /// <summary>Collapses marks, rules drawn with signs, and blanks.</summary>
    public static PlacedText Collapse(PlacedText text) => text
        .Replace(Dots(), _ => "…")
        .Replace(Arrows(), _ => "→")
        .Replace(Dashes(), _ => "—")
        .Replace(Sequences(), Strongest)
        .Replace(Thousands(), _ => ",")
        .Replace(LineEnds(), _ => "\n")
        .Replace(Blanks(), _ => " ")
        .Trim(' ', '\n');

    /// <summary>A question stays a question, the end of a sentence an end; else the first mark stands for all.</summary>
    private static string Strongest(Match run)
    {
        var question = run.ValueSpan.IndexOfAny('？', '?');
        var end = question >= 0 ? question : run.ValueSpan.IndexOfAny('！', '!', '。');
        return run.Value[Math.Max(end, 0)].ToString();
    }

    [GeneratedRegex(@"\.{2,}|…+")]
    private static partial Regex Dots();

    [GeneratedRegex("[-=]+>")]
    private static partial Regex Arrows();

    [GeneratedRegex("-{2,}|—+|[*#=_]{3,}")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"[，,、；;：:。！!？?~](?: *(?:[，,、；;：:。！!？?]|~(?!\d)))+")]
    private static partial Regex Sequences();

    /// <summary>A full-width comma between thousands: １，０００.</summary>
    [GeneratedRegex(@"(?<=\d)，(?=000(?:，\d{3})*(?!\d))")]
    private static partial Regex Thousands();

    [GeneratedRegex(" *\n[ \n]*")]
    private static partial Regex LineEnds();

    [GeneratedRegex("  +")]
    private static partial Regex Blanks();
}
