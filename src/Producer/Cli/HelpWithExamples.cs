using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace TtsConsumers.Producer.Cli;

/// <summary>The usual help with the command's examples below it.</summary>
/// <param name="usual">What prints the usual help.</param>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not TtsCommand { Examples.Count: > 0 } command)
            return code;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in command.Examples)
            output.WriteLine($"  {example}");
        output.WriteLine();
        return code;
    }
}
