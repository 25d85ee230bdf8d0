using System.CommandLine;
using TtsConsumers.Producer.Client.DeadLetters;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary><c>tts dlq import</c>: exported letters through the farm again.</summary>
internal sealed class ImportCommand : LetterCommand
{
    private readonly Argument<string> file = new("file") { Description = "A file that 'tts dlq export' wrote." };
    private readonly Option<double?> rate = ReplayCommand.RateOption();
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Only count what would be replayed." };

    public ImportCommand(CliContext context)
        : base(
            context,
            LetterPlace.Dead,
            "import",
            "Sends exported dead letters through the farm again, as a replay: each id once, confirmed. The file stays as it is.",
            "tts dlq import letters.jsonl",
            "tts dlq import letters.jsonl --reason store_failed --rate 50")
    {
        Arguments.Add(file);
        Options.Add(rate);
        Options.Add(dryRun);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var options = new ReplayOptions
        {
            Filter = Letters.Filter(line),
            Max = Letters.Max(line),
            PerSecond = line.GetValue(rate),
            DryRun = line.GetValue(dryRun),
        };
        var import = new LetterImport(LetterPlace.BrokerOf(Context), Context.Surroundings);
        try
        {
            var report = await new LetterBar(Context.Terminal, IsJson(line)).TrackAsync(
                "importing", progress => import.RunAsync(new LetterFile(line.GetValue(file)!), options, progress, cancellation));
            return ReplayReportLine.Print(report, Context.Terminal, IsJson(line), options.DryRun, cancellation);
        }
        catch (FormatException error)
        {
            throw new CommandFailedException(ExitCodes.Usage, error.Message);
        }
    }
}
