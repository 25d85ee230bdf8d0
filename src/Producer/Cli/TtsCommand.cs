using System.CommandLine;

namespace TtsConsumers.Producer.Cli;

/// <summary>One command of <c>tts</c>, with examples in its help.</summary>
internal abstract class TtsCommand : Command
{
    /// <summary>Names the command and runs it through <see cref="RunAsync"/>.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="examples">Whole command lines.</param>
    protected TtsCommand(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
        SetAction(RunAsync);
    }

    /// <summary>Whole command lines, for the help.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Runs the command.</summary>
    /// <param name="line">The command line as parsed.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunAsync(ParseResult line, CancellationToken cancellation);
}
