using System.CommandLine;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary><c>tts dlq</c> and <c>tts unrouted</c>: what can be done with the letters of a place.</summary>
internal sealed class LettersCommand : TtsCommand
{
    private LettersCommand(LetterPlace place, string description, params TtsCommand[] commands)
        : base(place.Command, description, [.. commands.Select(command => command.Examples[0])])
    {
        foreach (var command in commands)
            Subcommands.Add(command);
    }

    /// <summary><c>tts dlq</c>.</summary>
    public static LettersCommand OfDead(CliContext context) => new(
        LetterPlace.Dead,
        "Lists, shows, replays, exports, imports and purges dead letters, as the operator (TTS_BROKER_OPERATOR).",
        new ListCommand(context, LetterPlace.Dead),
        new ShowCommand(context),
        new ReplayCommand(context),
        new ExportCommand(context, LetterPlace.Dead),
        new ImportCommand(context),
        new PurgeCommand(context));

    /// <summary><c>tts unrouted</c>.</summary>
    public static LettersCommand OfUnrouted(CliContext context) => new(
        LetterPlace.Unrouted,
        "Lists and exports results nobody bound for, as the operator (TTS_BROKER_OPERATOR).",
        new ListCommand(context, LetterPlace.Unrouted),
        new ExportCommand(context, LetterPlace.Unrouted));

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult line, CancellationToken cancellation) => throw new CommandFailedException(
        ExitCodes.Usage, $"'tts {Name}' needs one of {string.Join(", ", Subcommands.Select(command => command.Name))} ('tts {Name} --help' tells more)");
}
