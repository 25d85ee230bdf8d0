using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace TtsConsumers.Producer.Cli.Stats;

/// <summary><c>tts stats</c>: how fast the farm is, how full its instances are, what waits and for how long.</summary>
internal sealed class StatsCommand : TtsCommand
{
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(2);

    private readonly CliContext context;
    private readonly Option<bool> watch = new("--watch") { Description = "Go on until Ctrl-C: live on a terminal, a line each time in a pipe." };
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON object; with --watch one a line." };
    private readonly Option<double?> interval = RangeOption.Of(
        "--interval", 0.1, 3600.0, $"Between two looks; rates are taken between them. {UsualInterval.TotalSeconds:0} if not given.", "SECONDS");

    public StatsCommand(CliContext context)
        : base(
            "stats",
            "Shows the rates, lanes and busy ratios of the hosts in TTS_HOSTS, held jobs, and, with TTS_BROKER_ADMIN and TTS_BROKER_MONITOR, what waits in "
            + "the queues and how long it takes. Exits with 3 where no host answers.",
            "tts stats",
            "tts stats --watch --interval 5",
            "tts stats --json | jq .drain_seconds")
    {
        this.context = context;
        Options.Add(watch);
        Options.Add(json);
        Options.Add(interval);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        using var farm = new FarmWatch(context, line.GetValue(interval) is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualInterval);
        var view = new StatsView(context.Terminal);
        if (!line.GetValue(watch))
        {
            var pace = await farm.NextAsync(cancellation);
            await PrintAsync(pace, view, line.GetValue(json), whole: true, cancellation);
            if (farm.QueuesMissing is { } why)
                await context.Terminal.Error.WriteLineAsync($"tts: {why}".AsMemory(), cancellation);
            return pace.Hosts.Count > 0
                ? ExitCodes.Ok
                : throw new CommandFailedException(ExitCodes.NotReady, "no host answers: are they running, and is TTS_HOSTS right?");
        }
        if (context.Terminal.IsInteractive && !line.GetValue(json))
            await WatchLiveAsync(farm, view, cancellation);
        while (true)
            await PrintAsync(await farm.NextAsync(cancellation), view, line.GetValue(json), whole: false, cancellation);
    }

    private Task WatchLiveAsync(FarmWatch farm, StatsView view, CancellationToken cancellation) =>
        context.Terminal.Screen.Live(new Text("looking …")).AutoClear(true).StartAsync(async live =>
        {
            while (true)
                live.UpdateTarget(view.Whole(await farm.NextAsync(cancellation)));
        });

    private Task PrintAsync(FarmPace pace, StatsView view, bool asJson, bool whole, CancellationToken cancellation)
    {
        if (!asJson && whole)
        {
            context.Terminal.Screen.Write(view.Whole(pace));
            context.Terminal.Screen.WriteLine();
            return Task.CompletedTask;
        }
        var text = asJson ? JsonSerializer.Serialize(pace, CliJson.Line.FarmPace) : StatsView.Sentence(pace);
        return context.Terminal.Output.WriteLineAsync(text.AsMemory(), cancellation);
    }
}
