using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace TtsConsumers.Producer.Cli.Stats;

/// <summary>What people see of a farm's pace: a table of hosts, one of queues, and a sentence.</summary>
/// <param name="terminal">Where they see it.</param>
internal sealed class StatsView(Terminal terminal)
{
    private const int MiB = 1024 * 1024;

    /// <summary>Both tables and the sentence.</summary>
    public IRenderable Whole(FarmPace pace) => pace.Queues is null
        ? new Rows(Hosts(pace), new Text(Sentence(pace)))
        : new Rows(Hosts(pace), new Text(""), Queues(pace.Queues), new Text(""), new Text(Sentence(pace)));

    /// <summary>The whole farm in one line.</summary>
    public static string Sentence(FarmPace pace)
    {
        var said = Say(
            $"{pace.Hosts.Count} host{(pace.Hosts.Count == 1 ? "" : "s")}: {pace.JobsPerSecond:0.0} jobs/s, {pace.CharactersPerSecond:0} characters/s, {pace.AudioPerSecond:0.0} s of audio/s, ");
        said += pace.Busy is { } busy ? Say($"instances busy {busy:0%}, ") : "";
        said += Say($"{pace.Held} held");
        said += pace.Silent.Count > 0 ? $"; no answer from {string.Join(", ", pace.Silent)}" : "";
        return pace.Waiting is { } waiting ? $"{said}; {Drain(waiting, pace.DrainSeconds)}" : said;
    }

    private static string Drain(long waiting, double? seconds) => (waiting, seconds) switch
    {
        (0, _) => "nothing waits",
        (_, null) => $"{waiting} wait and none is answered",
        _ => Say($"{waiting} wait, {Words(TimeSpan.FromSeconds(Math.Min(seconds!.Value, TimeSpan.MaxValue.TotalSeconds / 2)))} at this pace"),
    };

    private Table Hosts(FarmPace pace)
    {
        var table = terminal.NewTable("host", "state", "lanes", "busy", "jobs/s", "chars/s", "audio s/s", "in hand", "held", "done", "failed", "MiB");
        foreach (var host in pace.Hosts)
            table.AddRow(Cells(host).Select(cell => new Text(cell, host.Ready ? Style.Plain : new Style(Color.Yellow))));
        foreach (var address in pace.Silent)
            table.AddRow(new Text(address, new Style(Color.Red)), new Text("does not answer", new Style(Color.Red)));
        return table;
    }

    private static IEnumerable<string> Cells(HostPace host) =>
    [
        host.Host, host.State,
        string.Join(' ', host.Lanes.OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => $"{state.Value} {state.Key}")),
        string.Join(' ', host.Busy.Select(busy => Say($"{busy:0%}"))),
        Say($"{host.JobsPerSecond:0.0}"), Say($"{host.CharactersPerSecond:0}"), Say($"{host.AudioPerSecond:0.0}"),
        Say($"{host.InHand}"), Say($"{host.Held}"), Say($"{host.Done}"), Say($"{host.Failed}"), Say($"{host.MemoryBytes / MiB}"),
    ];

    private Table Queues(IReadOnlyList<QueueStats> queues)
    {
        var table = terminal.NewTable("queue", "ready", "in hand");
        foreach (var queue in queues)
            table.AddRow(queue.Name, Say($"{queue.Ready}"), Say($"{queue.InHand}"));
        return table;
    }

    private static string Words(TimeSpan time) =>
        time.TotalHours >= 1 ? Say($"{time.TotalHours:0.0} h") : time.TotalMinutes >= 1 ? Say($"{time.TotalMinutes:0.0} min") : Say($"{time.TotalSeconds:0} s");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture).Replace(" %", "%", StringComparison.Ordinal);
}
