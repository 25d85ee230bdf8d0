using TtsConsumers.Producer.Cli.Hosts;

namespace TtsConsumers.Producer.Cli.Stats;

/// <summary>What a host did between two looks.</summary>
/// <param name="Host">Its name.</param>
/// <param name="State">What its intake is at.</param>
/// <param name="Ready">Connected, warm and consuming.</param>
/// <param name="Lanes">How many lanes are doing what.</param>
/// <param name="Busy">For each instance, the share of the time it was inside the model, 0 to 1.</param>
/// <param name="JobsPerSecond">Jobs answered, with audio or a reason.</param>
/// <param name="CharactersPerSecond">Unicode scalars spoken.</param>
/// <param name="AudioPerSecond">Seconds of audio made in a second.</param>
/// <param name="InHand">Jobs in hand.</param>
/// <param name="Held">Jobs that wait for an outage to end.</param>
/// <param name="Done">Jobs answered with audio since its start.</param>
/// <param name="Failed">Jobs answered with a reason since its start.</param>
/// <param name="MemoryBytes">Resident memory.</param>
internal sealed record HostPace(
    string Host, string State, bool Ready, IReadOnlyDictionary<string, int> Lanes, IReadOnlyList<double> Busy, double JobsPerSecond,
    double CharactersPerSecond, double AudioPerSecond, long InHand, int Held, long Done, long Failed, long MemoryBytes)
{
    /// <summary>Compares two looks at one host.</summary>
    /// <param name="before">The earlier one; of a host that was started anew meanwhile it counts for nothing.</param>
    /// <param name="now">The later one.</param>
    public static HostPace Between(HostStats? before, HostStats now)
    {
        // By the host's own clock: the two answers may have taken different times on their way.
        var start = before is not null && before.UptimeSeconds < now.UptimeSeconds ? before : null;
        var seconds = Math.Max(now.UptimeSeconds - (start?.UptimeSeconds ?? 0), 1e-3);
        return new HostPace(
            now.Host,
            now.State.ToLowerInvariant(),
            now.Ready,
            now.Lanes.CountBy(lane => lane.State).ToDictionary(),
            [.. (now.Instances ?? []).Select(instance => Math.Clamp((instance.BusySeconds - BusyOf(start, instance.Instance)) / seconds, 0, 1))],
            (now.Done + now.Failed - (start is null ? 0 : start.Done + start.Failed)) / seconds,
            (now.Characters - (start?.Characters ?? 0)) / seconds,
            (now.AudioSeconds - (start?.AudioSeconds ?? 0)) / seconds,
            now.InHand,
            now.Held,
            now.Done,
            now.Failed,
            now.MemoryBytes);
    }

    private static double BusyOf(HostStats? host, int instance) => host?.Instances?.FirstOrDefault(one => one.Instance == instance)?.BusySeconds ?? 0;
}
