using Microsoft.Extensions.Configuration;
using TtsConsumers.Producer.Cli;
using TtsConsumers.Producer.Client;
using TtsConsumers.Tests.Kit;
using Xunit;

namespace TtsConsumers.Tests.UnitTests.Producer.Cli;

/// <summary>One command line, run as in a pipe.</summary>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    /// <summary>Settings that find the clone's models and lexica.</summary>
    public static IReadOnlyDictionary<string, string?> CloneSettings { get; } = new Dictionary<string, string?>
    {
        ["MODELS"] = Path.Combine(Clone.Root, "models"),
        ["LEXICON"] = Path.Combine(Clone.Root, "lexicon"),
    };

    /// <summary>Runs one with no settings but these.</summary>
    public static Task<CommandLineRun> RunAsync(IReadOnlyDictionary<string, string?> settings, params string[] args) =>
        RunAsync(settings, TextReader.Null, TestContext.Current.CancellationToken, args);

    /// <summary>Runs one with something on standard input.</summary>
    public static async Task<CommandLineRun> RunAsync(
        IReadOnlyDictionary<string, string?> settings, TextReader input, CancellationToken cancellation, params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var context = new CliContext(
            new CliSettings(configuration), new Terminal(input, output, error, isInteractive: false), Surroundings.Usual());
        var exitCode = await new Shell(context).RunAsync(args, cancellation);
        return new CommandLineRun(exitCode, output.ToString(), error.ToString());
    }
}
