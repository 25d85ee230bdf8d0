using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.ComponentModel.DataAnnotations;
using RabbitMQ.Client.Exceptions;
using TtsConsumers.Producer.Cli.DeadLetters;
using TtsConsumers.Producer.Cli.Phonemes;
using TtsConsumers.Producer.Cli.Planning;
using TtsConsumers.Producer.Cli.Stats;
using TtsConsumers.Producer.Cli.Voices;
using TtsConsumers.Producer.Client;
using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Shared.Topology.Provisioning;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Producer.Cli;

/// <summary>The <c>tts</c> command line: parses, runs one command, and turns whatever ends it into one sentence and an exit code.</summary>
/// <param name="context">What the commands work with.</param>
internal sealed class Shell(CliContext context)
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        var line = Root().Parse(args);
        if (line.Errors.Count > 0 && line.Action is not HelpWithExamples)
            return Say(ExitCodes.Usage, $"{OneLine(line.Errors[0].Message)} ('{Name(line)} --help' tells more)");
        try
        {
            return await line.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = context.Terminal.Output,
                    Error = context.Terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception error) when (Judge(error) is { } verdict)
        {
            return Say(verdict.ExitCode, verdict.Sentence);
        }
    }

    private Command Root()
    {
        var help = new HelpOption();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        // A Command and not a RootCommand: that one calls itself after the assembly.
        var root = new Command(
            "tts", "Talks to a farm of text-to-speech hosts. Settings are environment variables TTS_…; './farm env' prints a running farm's.");
        root.Options.Add(help);
        foreach (var command in Commands())
            root.Subcommands.Add(command);
        return root;
    }

    private IEnumerable<TtsCommand> Commands() =>
    [
        new SayCommand(context),
        new DemoCommand(context),
        new PublishCommand(context),
        new ResultsCommand(context),
        LettersCommand.OfDead(context),
        LettersCommand.OfUnrouted(context),
        new StatusCommand(context),
        new StatsCommand(context),
        new PlanCommand(context),
        new CheckCommand(context),
        new DoctorCommand(context),
        new ProvisionCommand(context),
        new VoicesCommand(context),
        new PhonemesCommand(context),
    ];

    private static string Name(ParseResult line) => Name(line.CommandResult);

    private static string Name(CommandResult command) => command.Parent is CommandResult parent ? $"{Name(parent)} {command.Command.Name}" : "tts";

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[])['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What is expected to go wrong; anything else is a bug and shows as one.</summary>
    private static (int ExitCode, string Sentence)? Judge(Exception error) => error switch
    {
        CommandFailedException failed => (failed.ExitCode, failed.Message),
        ValidationException or ArgumentException { ParamName: "suffix" } => (ExitCodes.Usage, error.Message),
        BrokerUnreachableException => (
            ExitCodes.NotReady, $"no broker: {BrokerConnector.Why(error)}; is it running, and are TTS_BROKER and its user right?"),
        FarmNotReadyException or ManagementApiException or ModelFileException => (ExitCodes.NotReady, error.Message),
        OperationInterruptedException { ShutdownReason.ReplyText: var said } => (
            ExitCodes.NotReady, $"the broker said '{said}'; is it provisioned (tts provision)?"),
        JobNotTakenException { Receipt.Outcome: PublishOutcome.Returned } => (
            ExitCodes.NotReady, $"{error.Message}; provision the broker (tts provision)"),
        JobNotTakenException or TimeoutException or AudioFetchException or AudioStoreException => (ExitCodes.Failed, error.Message),
        IOException or UnauthorizedAccessException or InvalidDataException or SoundTooLongException => (ExitCodes.Failed, error.Message),
        _ => null,
    };

    private int Say(int exitCode, string sentence)
    {
        context.Terminal.Error.WriteLine($"tts: {sentence}");
        return exitCode;
    }
}
