using System.CommandLine;
using System.CommandLine.Parsing;
using TtsConsumers.Producer.Client;
using TtsConsumers.Producer.Client.DeadLetters;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary><c>tts dlq replay</c>: dead letters through the farm again.</summary>
internal sealed class ReplayCommand : LetterCommand
{
    private readonly Option<double?> rate = RateOption();
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Only count what would be replayed." };
    private readonly Option<string[]> set = new("--set")
    {
        Description = $"Correct a field of the one job that --id names: {string.Join(", ", Correction.Fields)}.",
        HelpName = "FIELD=VALUE",
    };

    public ReplayCommand(CliContext context)
        : base(
            context,
            LetterPlace.Dead,
            "replay",
            "Sends dead letters through the farm again, each id once; a letter leaves only after its job's publish is confirmed. Those that die again wait for another run.",
            "tts dlq replay --reason synthesis_timeout --newer 2h --dry-run",
            "tts dlq replay --rate 20",
            "tts dlq replay --id book-7-12 --set text=你好。")
    {
        foreach (var option in (Option[])[rate, dryRun, set])
            Options.Add(option);
        Validators.Add(Check);
    }

    /// <summary><c>--rate</c>.</summary>
    public static Option<double?> RateOption() => RangeOption.Of("--rate", 0.01, 100_000.0, "Replay at most so many a second.", "N");

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var options = new ReplayOptions
        {
            Filter = Letters.Filter(line),
            Max = Letters.Max(line),
            PerSecond = line.GetValue(rate),
            DryRun = line.GetValue(dryRun),
            Correction = line.GetValue(set) is { Length: > 0 } assignments ? Correction.Parse(assignments) : null,
        };
        var replay = new Replay(LetterPlace.BrokerOf(Context), Context.Surroundings);
        try
        {
            var report = await new LetterBar(Context.Terminal, IsJson(line)).TrackAsync(
                "replaying", progress => replay.RunAsync(options, progress, cancellation));
            return ReplayReportLine.Print(report, Context.Terminal, IsJson(line), options.DryRun, cancellation);
        }
        catch (InvalidJobException error)
        {
            throw new CommandFailedException(ExitCodes.Usage, error.Message);
        }
    }

    private void Check(CommandResult result)
    {
        if (result.GetValue(set) is not { Length: > 0 } assignments)
            return;
        if (Letters.CountIds(result) != 1)
            result.AddError("--set corrects one job: give exactly one --id");
        try
        {
            _ = Correction.Parse(assignments);
        }
        catch (FormatException error)
        {
            result.AddError(error.Message);
        }
    }
}
