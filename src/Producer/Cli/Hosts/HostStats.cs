namespace TtsConsumers.Producer.Cli.Hosts;

/// <summary>What a host says of itself (<c>GET /stats</c>).</summary>
/// <param name="Host">Its name.</param>
/// <param name="Ready">Connected, warm and consuming.</param>
/// <param name="State">What its intake is at.</param>
/// <param name="Lanes">Its lanes.</param>
/// <param name="Done">Jobs answered with audio.</param>
/// <param name="Failed">Jobs answered with a reason.</param>
/// <param name="Retried">Tries sent to a retry level or the quarantine.</param>
/// <param name="InHand">Jobs in hand.</param>
/// <param name="AudioSeconds">Seconds of audio made.</param>
/// <param name="UptimeSeconds">Seconds since its start.</param>
/// <param name="Held">Jobs that wait for an outage to end.</param>
/// <param name="Characters">Unicode scalars of the texts it has spoken.</param>
/// <param name="Instances">Its instances; absent before the voice is loaded.</param>
/// <param name="MemoryBytes">Resident memory.</param>
internal sealed record HostStats(
    string Host, bool Ready, string State, IReadOnlyList<HostStats.LaneStats> Lanes, long Done, long Failed, long Retried, long InHand,
    double AudioSeconds, double UptimeSeconds, int Held = 0, long Characters = 0, IReadOnlyList<HostStats.InstanceStats>? Instances = null,
    long MemoryBytes = 0)
{
    /// <summary>One lane.</summary>
    /// <param name="Lane">Its number.</param>
    /// <param name="Instance">The instance it feeds.</param>
    /// <param name="State">What it is doing.</param>
    /// <param name="Job">The job in hand.</param>
    internal sealed record LaneStats(int Lane, int Instance, string State, string? Job);

    /// <summary>One instance.</summary>
    /// <param name="Instance">Its number.</param>
    /// <param name="BusySeconds">How long it has been inside the model.</param>
    internal sealed record InstanceStats(int Instance, double BusySeconds);
}
