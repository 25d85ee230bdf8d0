using System.CommandLine;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology.Definitions;
using TtsConsumers.Shared.Topology.Doctor;
using TtsConsumers.Shared.Topology.Provisioning;

namespace TtsConsumers.Producer.Cli;

/// <summary><c>tts doctor</c>: how the broker differs from what is shipped, and which audio formats this machine can't make.</summary>
internal sealed class DoctorCommand : TtsCommand
{
    private readonly CliContext context;
    private readonly Option<bool> json = new("--json") { Description = "Print the findings as JSON." };
    private readonly Option<int?> timeScale = BrokerOption.TimeScale();

    public DoctorCommand(CliContext context)
        : base(
            "doctor",
            "Compares what is on the broker (types, arguments, bindings, policies, permissions) with what is shipped, looks for the libraries "
            + "of the audio formats, and says what to do.",
            "tts doctor",
            "tts doctor --json | jq '.[].remedy'")
    {
        this.context = context;
        Options.Add(json);
        Options.Add(timeScale);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var monitor = new BrokerOptions { Broker = context.Settings.Monitor }.Endpoints[0];
        var admin = BrokerOption.ManagementAddress(context.Settings.Admin);
        using var api = new ManagementApi(ManagementApi.AddressAs(admin, monitor));
        using var administrator = admin.UserInfo.Length > 0 ? new ManagementApi(admin) : null;
        var expected = BrokerDefinitions.Shipped.ForVhost(BrokerOption.VhostOf(monitor)).WithTimeScale(line.GetValue(timeScale) ?? 1);
        var doctor = new TopologyDoctor(expected, FarmUsers.Named(SuffixOf(api.User)));
        var findings = await doctor.ExamineAsync(api, administrator, cancellation);
        FindingLine.Print([.. findings.Select(FindingLine.Of), .. FindingLine.OfFormats()], context.Terminal, line.GetValue(json));
        var ill = findings.Any(finding => finding.Kind != FindingKind.NotChecked);
        if (!ill && !line.GetValue(json))
            await context.Terminal.Output.WriteLineAsync("the broker is as shipped".AsMemory(), cancellation);
        return ill ? ExitCodes.Failed : ExitCodes.Ok;
    }

    /// <summary>A farm beside others on one broker has a suffix on its users' names; the monitor's own tells it.</summary>
    private static string SuffixOf(string user) => user.StartsWith("monitor-", StringComparison.Ordinal) ? user["monitor-".Length..] : "";
}
