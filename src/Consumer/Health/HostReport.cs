using System.Text.Json.Serialization;

namespace TtsConsumers.Consumer.Health;

/// <summary>The body of <c>/stats</c>.</summary>
/// <param name="Host">The host's name.</param>
/// <param name="Ready">Connected, warm and consuming.</param>
/// <param name="State">What intake is at.</param>
/// <param name="Lanes">Each lane.</param>
/// <param name="Done">Jobs answered with audio.</param>
/// <param name="Failed">Jobs answered with a reason.</param>
/// <param name="Retried">Tries that went to a retry level or the quarantine.</param>
/// <param name="GivenBack">Jobs given back.</param>
/// <param name="InHand">Jobs in hand.</param>
/// <param name="AudioSeconds">Seconds of audio made.</param>
/// <param name="UptimeSeconds">Seconds since the start.</param>
public sealed record HostReport(
    string Host, bool Ready, IntakeState State, IReadOnlyList<LaneReport> Lanes, long Done, long Failed, long Retried, long GivenBack,
    int InHand, double AudioSeconds, double UptimeSeconds)
{
    /// <summary>Jobs in hand that wait for an outage to end.</summary>
    public int Held { get; init; }

    /// <summary>Unicode scalars of the texts that were spoken.</summary>
    public long Characters { get; init; }

    /// <summary>Each instance; none before the voice is loaded.</summary>
    public IReadOnlyList<InstanceReport> Instances { get; init; } = [];

    /// <summary>Resident memory.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>Takes a look at a host.</summary>
    public static HostReport Of(string host, HostStatus status) => new(
        host, status.IsReady, status.State,
        [.. status.Lanes.Select(lane => new LaneReport(lane.Lane, lane.Instance, lane.Doing, lane.Job?.Id))],
        status.Done, status.Failed, status.Retried, status.GivenBack, status.InHand,
        Math.Round(status.AudioSeconds, 2), Math.Round(status.UptimeSeconds, 3))
    {
        Held = status.Held,
        Characters = status.Characters,
        Instances = [.. status.Instances.Select((busy, i) => new InstanceReport(i + 1, Math.Round(busy().TotalSeconds, 3)))],
        MemoryBytes = Environment.WorkingSet,
    };
}

/// <summary>One lane in <see cref="HostReport"/>.</summary>
/// <param name="Lane">Its number.</param>
/// <param name="Instance">The instance it feeds.</param>
/// <param name="State">What it is doing, in a word.</param>
/// <param name="Job">The id of the job in hand.</param>
public sealed record LaneReport(int Lane, int Instance, string State, string? Job);

/// <summary>One instance in <see cref="HostReport"/>.</summary>
/// <param name="Instance">Its number.</param>
/// <param name="BusySeconds">How long it has been inside the model since it was loaded. Two looks make a busy ratio: Δ busy ÷ Δ uptime.</param>
public sealed record InstanceReport(int Instance, double BusySeconds);

/// <summary>The generated serialiser of <see cref="HostReport"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(HostReport))]
internal sealed partial class HostReportJson : JsonSerializerContext;
