using System.Text.Json;
using TtsConsumers.Producer.Client.DeadLetters;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary>The last line of a replay.</summary>
internal static class ReplayReportLine
{
    /// <summary>Prints what was done, and tells how it ended.</summary>
    /// <param name="report">What was done.</param>
    /// <param name="terminal">Where to.</param>
    /// <param name="json">Whether as JSON.</param>
    /// <param name="dryRun">Whether nothing was to be done.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    /// <exception cref="CommandFailedException">The run stopped before its end.</exception>
    public static int Print(ReplayReport report, Terminal terminal, bool json, bool dryRun, CancellationToken cancellation)
    {
        terminal.Output.WriteLine(json ? JsonSerializer.Serialize(report, LettersJson.Line.ReplayReport) : Sentence(report, dryRun));
        cancellation.ThrowIfCancellationRequested();
        return report.Stopped is null
            ? ExitCodes.Ok
            : throw new CommandFailedException(ExitCodes.Failed, $"stopped: {report.Stopped}. What was not replayed is where it was");
    }

    private static string Sentence(ReplayReport report, bool dryRun) => dryRun
        ? $"{report.Matching} of {report.LookedAt} would be replayed"
        : $"{report.Batch}: {report.Replayed} replayed, {report.Skipped} passed over, {report.Failed} not taken, of {report.LookedAt} looked at"
          + (report.Stopped is null ? "" : "; not finished");
}
