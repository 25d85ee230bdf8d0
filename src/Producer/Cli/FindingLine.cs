using System.Text.Json;
using Spectre.Console;
using TtsConsumers.Shared.Topology.Doctor;
using TtsConsumers.Speech.Audio;

namespace TtsConsumers.Producer.Cli;

/// <summary>A finding as it is printed.</summary>
/// <param name="Kind"><c>missing</c>, <c>changed</c>, <c>unexpected</c>, <c>not_checked</c>, or of a format <c>not_offered</c>.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record FindingLine(string Kind, string Subject, string Problem, string Remedy)
{
    /// <summary>Prints findings as JSON or as a table; an empty table is not printed.</summary>
    public static void Print(IReadOnlyList<Finding> findings, Terminal terminal, bool json) => Print([.. findings.Select(Of)], terminal, json);

    /// <summary>Prints lines as JSON or as a table; an empty table is not printed.</summary>
    public static void Print(IReadOnlyList<FindingLine> lines, Terminal terminal, bool json)
    {
        if (json)
            terminal.Output.WriteLine(JsonSerializer.Serialize(lines, CliJson.Line.IReadOnlyListFindingLine));
        else if (lines.Count > 0)
            terminal.Screen.Write(TableOf(lines, terminal));
    }

    /// <summary>The audio formats that can't be made on this machine. A host here refuses them; what needs none of them is well.</summary>
    public static IEnumerable<FindingLine> OfFormats() =>
        from encoder in AudioEncoders.All
        where encoder.Missing is not null
        select new FindingLine("not_offered", $"format {encoder.Format}", "can't be made on this machine", encoder.Missing!);

    /// <summary>A finding of the broker's.</summary>
    public static FindingLine Of(Finding finding) => new(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(finding.Kind.ToString()), finding.Subject, finding.Problem, finding.Remedy);

    private static Table TableOf(IReadOnlyList<FindingLine> lines, Terminal terminal)
    {
        var table = terminal.NewTable("finding", "subject", "problem", "what to do");
        foreach (var line in lines)
        {
            var style = line.Kind is "not_checked" or "not_offered" ? Style.Plain : new Style(Color.Yellow);
            table.AddRow(new Text(line.Kind, style), new Text(line.Subject), new Text(line.Problem), new Text(line.Remedy));
        }
        return table;
    }
}
