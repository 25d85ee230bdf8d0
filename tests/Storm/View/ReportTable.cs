using Spectre.Console;

namespace TtsConsumers.Tests.Storm.View;

/// <summary>A report for people.</summary>
public static class ReportTable
{
    /// <summary>Writes it.</summary>
    /// <param name="screen">A terminal, or a pipe.</param>
    /// <param name="report">The report.</param>
    public static void Write(IAnsiConsole screen, StormReport report)
    {
        foreach (var (name, value) in Rows(report))
            screen.Write(new Text($"{name,-18}{value}\n", name == "lost" && report.Lost > 0 ? new Style(Color.Red) : Style.Plain));
        foreach (var breach in report.Breaches)
            screen.Write(new Text($"BROKEN: {breach}\n", new Style(Color.Red)));
        screen.Write(report.Breaches.Count == 0
            ? new Text($"Nothing is lost and no promise broken (seed {report.Seed}).\n", new Style(Color.Green))
            : new Text($"{report.Breaches.Count} promises broken (seed {report.Seed}).\n", new Style(Color.Red)));
    }

    private static IEnumerable<(string Name, string Value)> Rows(StormReport report) =>
    [
        ("storm", $"seed {report.Seed}, {report.Hosts} hosts, {report.Seconds:0} s{(report.Interrupted ? ", called off" : "")}"),
        ("confirmed", $"{report.Confirmed}"),
        ("unknown", $"{report.Unknown}, {report.Recovered} recovered; {report.Repeated} publishes repeated"),
        ("lost", $"{report.Lost}"),
        ("duplicated", $"{report.Duplicated} (at most {report.MostDuplicated} can be explained)"),
        ("done", $"{report.Done}"),
        ("failed", $"{report.Failed.Values.Sum()}{Listed(report.Failed)}{(report.Innocents.Count > 0 ? $"; plain jobs among them: {string.Join(' ', report.Innocents)}" : "")}"),
        ("dead", $"{report.Dead}"),
        .. report.Waiting > 0 ? [("waiting", $"{report.Waiting}")] : Array.Empty<(string, string)>(),
        .. report.Refused > 0 ? [("refused", $"{report.Refused}")] : Array.Empty<(string, string)>(),
        ("faults", $"{report.Faults.Values.Sum()}{Listed(report.Faults.ToDictionary(one => FaultWords.Of(one.Key), one => one.Value))}"),
        ("hosts ended", $"{report.HostEnds.Values.Sum()}{Listed(report.HostEnds)}"),
        ("longest recovery", $"{report.LongestRecovery:0.0} s{Listed(report.Recovery.ToDictionary(one => FaultWords.Of(one.Key), one => $"{one.Value:0.0}"))}"),
        ("longest silence", $"{report.LongestSilence:0.0} s without a result"),
        ("healthy rate", $"{report.Rate.Before:0} jobs/s before, {report.Rate.After:0} after"),
        ("hosts hold", $"{report.Start.Hosts} at the start; {report.End.Hosts} at the end"),
        ("broker holds", $"{report.Start.Broker} at the start; {report.End.Broker} at the end"),
    ];

    private static string Listed<T>(IReadOnlyDictionary<string, T> counts) =>
        counts.Count == 0 ? "" : $": {string.Join(", ", counts.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}"))}";
}
