using System.Text;
using System.Text.RegularExpressions;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client.Text;

/// <summary>
/// Cuts a long text into fragments: at the end of a sentence where that gives a good length, else of a clause, else of a word; never inside
/// a number, a word, an English phrase or a pair of brackets. A line break always ends a fragment.
/// </summary>
public static partial class Fragments
{
    /// <summary>Cuts a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="length">How long fragments should be; <see cref="FragmentLength.Usual"/> if absent.</param>
    /// <param name="words">The words of scripts without spaces; if absent, a Chinese clause stays whole however long it is.</param>
    /// <returns>
    /// The fragments in order, without white space around them. Together they hold every character but white space, save lines without any
    /// letter or digit, in which there is nothing to speak.
    /// </returns>
    public static IReadOnlyList<string> Split(string text, FragmentLength? length = null, IWordBreaks? words = null) =>
        [.. Cut(text, length, words).Select(fragment => fragment.Text)];

    /// <summary>Cuts a text, and tells what ends with each fragment; the last of a line ends a paragraph.</summary>
    /// <inheritdoc cref="Split"/>
    public static IEnumerable<Fragment> Cut(string text, FragmentLength? length = null, IWordBreaks? words = null)
    {
        var plan = new FragmentPlan(length ?? FragmentLength.Usual, JobLimits.DefaultTextScalars, words);
        return LineBreaks().Split(text).Select(Tidy).Where(HasWords).SelectMany(line => CutLine(line, plan));
    }

    /// <summary>Makes the jobs of a text: one a fragment, in one stream, numbered from 0.</summary>
    /// <param name="fragments">The fragments in order.</param>
    /// <param name="stream">The stream's id, 1 to 58 of <c>A-Z a-z 0-9 _ -</c>; a job's id is this, a dash and its number.</param>
    /// <param name="pattern">Voice, speed and whatever else all of them share.</param>
    public static IEnumerable<SpeechJob> ToJobs(IReadOnlyList<string> fragments, string stream, SpeechJob pattern) =>
        fragments.Select((text, seq) => pattern with
        {
            Id = $"{stream}-{seq:0000}",
            Text = text,
            Stream = new StreamPosition(stream, seq, Last: seq == fragments.Count - 1),
        });

    private static IEnumerable<Fragment> CutLine(string line, FragmentPlan plan)
    {
        var start = 0;
        foreach (var (end, cut) in plan.Choose(line))
        {
            yield return new Fragment(line[start..end].Trim(), end == line.Length ? Break.Paragraph : BreakAt(cut));
            start = end;
        }
    }

    private static Break BreakAt(Cut cut) => cut switch
    {
        Text.Cut.Sentence => Break.Sentence,
        Text.Cut.Clause => Break.Clause,
        _ => Break.Word,
    };

    private static bool HasWords(string line) => line.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    private static string Tidy(string line) => WhiteSpace().Replace(line, " ").Trim();

    [GeneratedRegex(@"\r\n|[\n\r\u000B\f\u0085\u2028\u2029]", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreaks();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();
}
