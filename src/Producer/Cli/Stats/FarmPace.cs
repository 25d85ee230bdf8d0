namespace TtsConsumers.Producer.Cli.Stats;

/// <summary>What a farm did between two looks, and how long it will take for what waits.</summary>
/// <param name="Hosts">The hosts that answered.</param>
/// <param name="Silent">The addresses of those that did not.</param>
/// <param name="Queues">What waits; absent where the broker could not be asked.</param>
/// <param name="JobsPerSecond">Jobs answered.</param>
/// <param name="CharactersPerSecond">Unicode scalars spoken.</param>
/// <param name="AudioPerSecond">Seconds of audio made in a second.</param>
/// <param name="Busy">The mean share of the time that instances were inside the model; absent without instances.</param>
/// <param name="Held">Jobs that wait for an outage to end.</param>
/// <param name="Waiting">Jobs that wait to be spoken: ready in the jobs, retry and quarantine queues, or in hand. Absent where not known.</param>
/// <param name="DrainSeconds">How long these take at this pace, if nothing more is published; absent where not known or nothing moves.</param>
internal sealed record FarmPace(
    IReadOnlyList<HostPace> Hosts, IReadOnlyList<string> Silent, IReadOnlyList<QueueStats>? Queues, double JobsPerSecond, double CharactersPerSecond,
    double AudioPerSecond, double? Busy, int Held, long? Waiting, double? DrainSeconds)
{
    private static readonly string[] Ends = [Shared.Topology.Queues.Dead, Shared.Topology.Queues.DeadNotices, Shared.Topology.Queues.Unrouted];

    /// <summary>Compares two looks.</summary>
    public static FarmPace Between(FarmLook before, FarmLook now)
    {
        var earlier = before.Hosts.Where(view => view.Stats is not null).ToLookup(view => view.Address, view => view.Stats);
        IReadOnlyList<HostPace> hosts =
            [.. now.Hosts.Where(view => view.Stats is not null).Select(view => HostPace.Between(earlier[view.Address].FirstOrDefault(), view.Stats!))];
        var jobs = hosts.Sum(host => host.JobsPerSecond);
        var busy = hosts.SelectMany(host => host.Busy).ToList();
        var ahead = now.Queues?.Where(queue => !Ends.Contains(queue.Name)).ToList();
        // The hosts know better what they hold than the broker's figures, which are seconds old; but the broker knows of all hosts.
        var waiting = ahead?.Sum(queue => queue.Ready) + Math.Max(ahead?.Sum(queue => queue.InHand) ?? 0, hosts.Sum(host => host.InHand));
        return new FarmPace(
            hosts,
            [.. now.Hosts.Where(view => view.Stats is null).Select(view => view.Address)],
            now.Queues,
            jobs,
            hosts.Sum(host => host.CharactersPerSecond),
            hosts.Sum(host => host.AudioPerSecond),
            busy.Count > 0 ? busy.Average() : null,
            hosts.Sum(host => host.Held),
            waiting,
            waiting == 0 ? 0 : jobs > 0 ? waiting / jobs : null);
    }
}
