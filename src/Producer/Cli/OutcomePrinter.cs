using System.Text.Json;
using Spectre.Console;

namespace TtsConsumers.Producer.Cli;

/// <summary>Prints the outcomes of publishes as they come, and their sum. Safe for many callers at once.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="json">Whether JSON is asked for; in a pipe it is the default.</param>
internal sealed class OutcomePrinter(Terminal terminal, bool json)
{
    private readonly Lock gate = new();
    private long confirmed;
    private long others;

    /// <summary>Prints one.</summary>
    public void Print(PublishLine line)
    {
        lock (gate)
        {
            if (line.IsConfirmed)
                confirmed++;
            else
                others++;
            if (json || !terminal.IsInteractive)
                terminal.Output.WriteLine(JsonSerializer.Serialize(line, CliJson.Line.PublishLine));
            else
                terminal.Screen.MarkupLineInterpolated($"{line.Id}  [{(line.IsConfirmed ? "green" : "red")}]{line.Outcome}[/]  {line.Detail}");
        }
    }

    /// <summary>Prints the sum.</summary>
    /// <returns>The exit code: 0 only where all were confirmed.</returns>
    public int Close()
    {
        terminal.Error.WriteLine($"{confirmed} confirmed, {others} not");
        return others == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
