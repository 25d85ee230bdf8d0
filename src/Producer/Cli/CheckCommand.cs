using System.CommandLine;
using TtsConsumers.Shared.Topology.Doctor;

namespace TtsConsumers.Producer.Cli;

/// <summary><c>tts check</c>: whether everything of the farm's is on the broker, by name.</summary>
internal sealed class CheckCommand : TtsCommand
{
    private readonly CliContext context;
    private readonly Option<bool> json = new("--json") { Description = "Print what was found as JSON." };

    public CheckCommand(CliContext context)
        : base(
            "check",
            "Looks over AMQP whether every exchange and queue is there, as TTS_BROKER; names what is missing and then exits with 3.",
            "TTS_BROKER=amqp://producer:secret@127.0.0.1:5672/tts tts check")
    {
        this.context = context;
        Options.Add(json);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var findings = await FarmCheck.ExamineAsync(context, context.Settings.BrokerToCheck, cancellation);
        FindingLine.Print(findings, context.Terminal, line.GetValue(json));
        var missing = findings.Where(finding => finding.Kind == FindingKind.Missing).ToList();
        if (missing.Count > 0)
            throw FarmCheck.NotProvisioned(missing);
        if (!line.GetValue(json))
        {
            var sum = findings.Count > 0 ? "nothing that this user may look at is missing" : "nothing is missing";
            await context.Terminal.Output.WriteLineAsync(sum.AsMemory(), cancellation);
        }
        return ExitCodes.Ok;
    }
}
