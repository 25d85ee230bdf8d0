using System.Globalization;
using Spectre.Console;

namespace TtsConsumers.Bench.Figures;

/// <summary>A report for people.</summary>
internal static class ReportTable
{
    public static void Write(IAnsiConsole screen, Report report)
    {
        var machine = report.Machine;
        screen.WriteLine($"{machine.Cpu}, {machine.Cores} cores, {Number.Of(machine.MemoryGb)} GB, {machine.System}; load before {Number.Of(machine.LoadBefore)}");
        screen.WriteLine(string.Join(", ", report.Versions.Select(version => $"{version.Key} {version.Value}")));
        var table = new Table().Border(TableBorder.Minimal);
        foreach (var column in (string[])["figure", "min", "median", "max", "unit", "rounds", "goal", "met", "load"])
            table.AddColumn(new TableColumn(column) { NoWrap = true, Alignment = column is "figure" or "unit" or "goal" or "met" ? Justify.Left : Justify.Right });
        foreach (var figure in report.Figures)
        {
            table.AddRow(
                figure.Name, Number.Of(figure.Min), Number.Of(figure.Median), Number.Of(figure.Max), figure.Unit,
                figure.Rounds.Count.ToString(CultureInfo.InvariantCulture), figure.Goal?.ToString() ?? "",
                figure.Goal is null ? "" : figure.IsMet ? "[green]yes[/]" : "[red]NO[/]", Number.Of(figure.Load));
        }
        screen.Write(table);
        var missed = report.Figures.Where(figure => !figure.IsMet).Select(figure => figure.Name).ToList();
        screen.WriteLine(missed.Count == 0 ? "every goal is met" : $"missed: {string.Join(", ", missed)}");
    }
}
