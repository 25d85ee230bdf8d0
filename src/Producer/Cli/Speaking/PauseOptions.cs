using System.CommandLine;
using System.Globalization;
using TtsConsumers.Producer.Client.Audio;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>The options that say how long it is quiet between fragments.</summary>
internal sealed class PauseOptions
{
    private static readonly int Longest = (int)Pauses.Longest.TotalMilliseconds;

    private readonly Option<int?> everywhere = RangeOption.Of(
        "--pause", 0, Longest, "How long it is quiet between fragments, in milliseconds, whatever ends there.", "MS");
    private readonly Option<int?> clause = Of("clause", "a clause", Pauses.Usual.Clause);
    private readonly Option<int?> sentence = Of("sentence", "a sentence", Pauses.Usual.Sentence);
    private readonly Option<int?> paragraph = Of("paragraph", "a paragraph", Pauses.Usual.Paragraph);
    private readonly Option<int?> chapter = Of("chapter", "a chapter and its title", Pauses.Usual.Chapter);

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [everywhere, clause, sentence, paragraph, chapter];

    /// <summary>Reads them; one that names what ends goes before the one for all.</summary>
    public Pauses Read(ParseResult line)
    {
        var usual = Time(line, everywhere) is { } all ? Pauses.All(all) : Pauses.Usual;
        return usual with
        {
            Clause = Time(line, clause) ?? usual.Clause,
            Sentence = Time(line, sentence) ?? usual.Sentence,
            Paragraph = Time(line, paragraph) ?? usual.Paragraph,
            Chapter = Time(line, chapter) ?? usual.Chapter,
        };
    }

    private static TimeSpan? Time(ParseResult line, Option<int?> option) =>
        line.GetValue(option) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

    private static Option<int?> Of(string name, string what, TimeSpan usual) => RangeOption.Of(
        $"--pause-{name}", 0, Longest, string.Create(CultureInfo.InvariantCulture, $"The pause after {what}; {usual.TotalMilliseconds:0} if not given."), "MS");
}
