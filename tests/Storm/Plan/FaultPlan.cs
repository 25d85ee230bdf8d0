namespace TtsConsumers.Tests.Storm.Plan;

/// <summary>
/// Which faults a storm makes, and when. A pure function: the same seed has the same faults at the same offsets, whatever happens while they are made, and
/// a longer storm begins as a shorter one does. Kinds come from a shuffled bag with one of each, so that none is left to luck.
/// </summary>
public static class FaultPlan
{
    private const double FirstAt = 2;
    private const double ShortestRest = 1;
    private const double LongestRest = 5;

    /// <summary>Draws a plan.</summary>
    /// <param name="seed">The storm's seed.</param>
    /// <param name="duration">How long the storm lasts; every fault begins and ends within it.</param>
    public static IReadOnlyList<PlannedFault> Of(int seed, TimeSpan duration)
    {
        var chance = new Random(seed);
        List<PlannedFault> plan = [];
        Queue<FaultKind> bag = [];
        for (var at = FirstAt; ;)
        {
            if (bag.Count == 0)
                bag = Shuffled(chance);
            var kind = bag.Dequeue();
            var (shortest, longest, aftermath) = SecondsOf(kind);
            var lasts = Between(chance, shortest, longest);
            if (at + lasts > duration.TotalSeconds)
                return plan;
            plan.Add(new PlannedFault(TimeSpan.FromSeconds(at), kind, TimeSpan.FromSeconds(lasts), chance.NextDouble(), chance.NextDouble()));
            at = Math.Round(at + lasts + aftermath + Between(chance, ShortestRest, LongestRest), 1);
        }
    }

    /// <summary>The stage at which a host is killed by a poison job: another one for each host and seed, always before there is audio to be found.</summary>
    /// <param name="seed">The storm's seed.</param>
    /// <param name="host">The host's number.</param>
    public static string PoisonStage(int seed, int host)
    {
        string[] stages = ["Received", "Validated", "ModelTaken", "MidSynthesis", "Spoken", "Encoded", "AudioPut"];
        return stages[(int)(((uint)seed + (uint)host) % stages.Length)];
    }

    /// <summary>How long a fault is kept up, and what is usually needed afterwards: a broker takes its time to start.</summary>
    private static (double Shortest, double Longest, double Aftermath) SecondsOf(FaultKind kind) => kind switch
    {
        FaultKind.BrokerRestarted or FaultKind.BrokerKilled => (0, 3, 9),
        FaultKind.Blackhole => (1, 15, 0),
        FaultKind.StoreOut => (2, 12, 0),
        FaultKind.StoreErrors => (2, 10, 0),
        FaultKind.ModelHung or FaultKind.PoisonJob => (0, 0, 4),
        FaultKind.HostKilled or FaultKind.HostStopped or FaultKind.ConnectionsClosed or FaultKind.Reset or FaultKind.CcBomb => (0, 0, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a fault without a time"),
    };

    private static Queue<FaultKind> Shuffled(Random chance)
    {
        var kinds = Enum.GetValues<FaultKind>();
        chance.Shuffle(kinds);
        return new Queue<FaultKind>(kinds);
    }

    private static double Between(Random chance, double least, double most) => Math.Round(least + (chance.NextDouble() * (most - least)), 1);
}
