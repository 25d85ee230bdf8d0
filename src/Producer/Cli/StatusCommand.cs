using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TtsConsumers.Producer.Cli.Hosts;

namespace TtsConsumers.Producer.Cli;

/// <summary><c>tts status</c>: what each host is doing.</summary>
internal sealed class StatusCommand : TtsCommand
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    private readonly CliContext context;
    private readonly Option<bool> watch = new("--watch")
    {
        Description = "Go on until Ctrl-C: live on a terminal, a line for each change in a pipe.",
    };
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON array." };

    public StatusCommand(CliContext context)
        : base(
            "status",
            "Shows what each host of TTS_HOSTS is doing. Exits with 3 where none answers.",
            "tts status",
            "tts status --watch",
            "tts status --json | jq '.[].stats.done'")
    {
        this.context = context;
        Options.Add(watch);
        Options.Add(json);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        using var hosts = new HostWatch(context.Settings.Hosts);
        if (line.GetValue(watch) && context.Terminal.IsInteractive && !line.GetValue(json))
            await WatchLiveAsync(hosts, cancellation);
        if (line.GetValue(watch))
            await WatchLinesAsync(hosts, line.GetValue(json), cancellation);
        var views = await hosts.AskAsync(cancellation);
        if (line.GetValue(json))
            await WriteLineAsync(Json(views), cancellation);
        else
            context.Terminal.Screen.Write(TableOf(views));
        return views.Any(view => view.Stats is not null)
            ? ExitCodes.Ok
            : throw new CommandFailedException(ExitCodes.NotReady, "no host answers: are they running, and is TTS_HOSTS right?");
    }

    private Task WatchLiveAsync(HostWatch hosts, CancellationToken cancellation) =>
        context.Terminal.Screen.Live(TableOf([])).AutoClear(true).StartAsync(async live =>
        {
            while (true)
            {
                live.UpdateTarget(TableOf(await hosts.AskAsync(cancellation)));
                await Task.Delay(Step, context.Surroundings.Time, cancellation);
            }
        });

    private async Task WatchLinesAsync(HostWatch hosts, bool asJson, CancellationToken cancellation)
    {
        for (var last = ""; ;)
        {
            var views = await hosts.AskAsync(cancellation);
            var now = string.Join("; ", views.Select(view => view.Words));
            if (now != last)
                await WriteLineAsync(asJson ? Json(views) : now, cancellation);
            last = now;
            await Task.Delay(Step, context.Surroundings.Time, cancellation);
        }
    }

    private static string Json(IReadOnlyList<HostView> views) => JsonSerializer.Serialize(views, CliJson.Line.IReadOnlyListHostView);

    private Task WriteLineAsync(string line, CancellationToken cancellation) =>
        context.Terminal.Output.WriteLineAsync(line.AsMemory(), cancellation);

    private Table TableOf(IReadOnlyList<HostView> views)
    {
        var table = context.Terminal.NewTable("host", "state", "lanes", "done", "failed", "retried", "in hand", "audio s", "up s");
        foreach (var view in views)
        {
            var style = view.Stats is { Ready: true } ? Style.Plain : new Style(Color.Yellow);
            table.AddRow(Cells(view).Select(cell => new Text(cell, style)));
        }
        return table;
    }

    private static string[] Cells(HostView view) => view.Stats is not { } stats
        ? [view.Address, "does not answer", "", "", "", "", "", "", ""]
        :
        [
            stats.Host,
            stats.State.ToLowerInvariant(),
            string.Join(' ', stats.Lanes.Select(lane => lane.Job is null ? lane.State : $"{lane.State}:{lane.Job}")),
            Number(stats.Done),
            Number(stats.Failed),
            Number(stats.Retried),
            Number(stats.InHand),
            Number(stats.AudioSeconds),
            Number(stats.UptimeSeconds),
        ];

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
