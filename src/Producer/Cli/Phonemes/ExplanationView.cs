using Spectre.Console;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Explaining;

namespace TtsConsumers.Producer.Cli.Phonemes;

/// <summary>Shows people stage by stage why a text is read as it is.</summary>
/// <param name="terminal">Where it is shown.</param>
internal sealed class ExplanationView(Terminal terminal)
{
    /// <summary>Shows it.</summary>
    public void Show(Explanation explanation)
    {
        Line("cleaned", explanation.Cleaned);
        if (explanation.Simplified != explanation.Cleaned)
            Line("simplified", explanation.Simplified);
        foreach (var passage in explanation.Passages.Where(passage => passage.Words.Count > 0))
            Show(passage);
        if (explanation.Reading is Reading.Spoken spoken)
        {
            Line("phonemes", spoken.Phonemes);
            foreach (var note in spoken.Notes)
                Line("note", note);
        }
    }

    private void Show(ExplainedPassage passage)
    {
        Line(PassageReport.Code(passage.Language), passage.Text.Trim());
        Line("normalised", passage.Normalized.Trim());
        var table = terminal.NewTable("word", "citation", "spoken", "phonemes", "decided by");
        foreach (var word in passage.Words)
        {
            var citation = string.Join(' ', word.Citation);
            var spoken = string.Join(' ', word.Spoken);
            table.AddRow(Cell(word.Text), Cell(citation), Cell(spoken == citation ? "" : spoken), Cell(word.Phonemes), Cell(word.Source));
        }
        terminal.Screen.Write(table);
    }

    private static Text Cell(string text) => new(text);

    private void Line(string stage, string text) => terminal.Output.WriteLine($"{stage,-12}{text.ReplaceLineEndings("⏎")}");
}
