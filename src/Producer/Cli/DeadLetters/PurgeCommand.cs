using System.CommandLine;
using System.Text.Json;
using TtsConsumers.Producer.Client.DeadLetters;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary><c>tts dlq purge</c>: dead letters away for good.</summary>
internal sealed class PurgeCommand : LetterCommand
{
    private readonly Option<bool> all = new("--all") { Description = "Mean every dead letter." };
    private readonly Option<bool> yes = new("--yes") { Description = "Do it; without it they are only counted." };

    public PurgeCommand(CliContext context)
        : base(
            context,
            LetterPlace.Dead,
            "purge",
            "Removes dead letters for good. Which ones must be said, by filters or --all, and --yes: without it they are counted and the exit code is 2.",
            "tts dlq purge --reason malformed --older 7d --yes",
            "tts dlq purge --all --yes")
    {
        Options.Add(all);
        Options.Add(yes);
        Validators.Add(result =>
        {
            if (result.GetValue(all) == Letters.IsAnyFilterGiven(result))
                result.AddError("say which: give filters, or --all");
        });
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        await using var letters = await Place.OpenAsync(Context, cancellation);
        var purge = new LetterPurge(letters);
        var found = await purge.FindAsync(Letters.Filter(line), Letters.Max(line), Context.Surroundings.Time.GetUtcNow(), cancellation);
        if (!line.GetValue(yes))
            throw new CommandFailedException(ExitCodes.Usage, $"{found} of {letters.LookedAt} dead letters would be removed for good; add --yes to do it");
        await Context.Terminal.Error.WriteLineAsync($"removing {found} of {letters.LookedAt} dead letters");
        var report = await purge.RemoveAsync();
        await WriteLineAsync(IsJson(line)
            ? JsonSerializer.Serialize(report, LettersJson.Line.LetterReport)
            : $"{report.Removed} dead letters removed");
        return report.Removed == report.Matching ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
