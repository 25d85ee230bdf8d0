using System.Globalization;
using System.Text;

namespace TtsConsumers.Bench.Figures;

/// <summary>Keeps the last run in docs/PERFORMANCE.md, between two marks, and its picture beside it.</summary>
internal static class PerformancePage
{
    private const string Begin = "<!-- bench: begin -->\n";
    private const string End = "<!-- bench: end -->\n";

    /// <summary>Writes a report into the page.</summary>
    /// <param name="docs">The folder docs.</param>
    /// <param name="report">The run.</param>
    /// <param name="day">When it was made.</param>
    /// <exception cref="BenchException">The page has lost its marks.</exception>
    public static void Write(string docs, Report report, DateTimeOffset day)
    {
        var page = Path.Combine(docs, "PERFORMANCE.md");
        var text = File.ReadAllText(page);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
            throw new BenchException($"{page} has no '{Begin.Trim()}' before '{End.Trim()}' any more: put them back where the table belongs");
        File.WriteAllText(page, text[..(begin + Begin.Length)] + Section(report, day) + text[end..]);
        if (Picture.Of(report) is { } picture)
            File.WriteAllText(Path.Combine(docs, "performance.svg"), picture);
    }

    private static string Section(Report report, DateTimeOffset day)
    {
        var machine = report.Machine;
        var section = new StringBuilder();
        section.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}: {machine.Cpu}, {machine.Cores} cores, {Number.Of(machine.MemoryGb)} GB, {machine.System}; ");
        section.Append(string.Join(", ", report.Versions.Select(version => $"{version.Key} {version.Value}")));
        section.Append(CultureInfo.InvariantCulture, $". Load before: {Number.Of(machine.LoadBefore)}.\n\n");
        section.Append("| figure | min | median | max | unit | rounds | goal | met | load |\n|---|--:|--:|--:|---|--:|---|---|--:|\n");
        foreach (var figure in report.Figures)
        {
            var met = figure.Goal is null ? "" : figure.IsMet ? "yes" : "**no**";
            section.Append(
                CultureInfo.InvariantCulture,
                $"| {figure.Name} | {Number.Of(figure.Min)} | {Number.Of(figure.Median)} | {Number.Of(figure.Max)} | {figure.Unit} | {figure.Rounds.Count} | {figure.Goal} | {met} | {Number.Of(figure.Load)} |\n");
        }
        return section.ToString();
    }
}
