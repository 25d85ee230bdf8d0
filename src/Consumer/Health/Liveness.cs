namespace TtsConsumers.Consumer.Health;

/// <summary>
/// Whether a host still works: what its live check answers. Waiting is living: for the broker, for jobs, for a store that is out. Not living is: a loop has
/// ended by itself; the thread pool no longer runs what is due; the voice is still being loaded, or a lane still has the same job in hand, when every
/// deadline on the way is long over.
/// </summary>
/// <remarks>Where the thread pool is blocked altogether, the check isn't answered at all, which says the same.</remarks>
public sealed class Liveness : IDisposable
{
    /// <summary>How often the pool is asked to do something.</summary>
    private static readonly TimeSpan PulseEvery = TimeSpan.FromSeconds(1);

    /// <summary>How late it may be: a busy machine is not a dead host.</summary>
    private static readonly TimeSpan PulsePatience = TimeSpan.FromSeconds(30);

    private readonly HostStatus status;
    private readonly HostSettings settings;
    private readonly TimeProvider time;
    private readonly ITimer pulse;
    private long beaten;

    /// <summary>Begins to watch.</summary>
    /// <param name="status">What loops and lanes are doing.</param>
    /// <param name="settings">How long a job may be in hand.</param>
    /// <param name="time">The clock; its timers fire on the thread pool.</param>
    public Liveness(HostStatus status, HostSettings settings, TimeProvider time)
    {
        (this.status, this.settings, this.time) = (status, settings, time);
        beaten = time.GetTimestamp();
        pulse = time.CreateTimer(_ => Interlocked.Exchange(ref beaten, time.GetTimestamp()), null, PulseEvery, PulseEvery);
    }

    /// <summary>Why the host does not live.</summary>
    /// <returns>A phrase for operators; <see langword="null"/> when it does.</returns>
    public string? Fault() => LoopFault() ?? PoolFault() ?? LoadingFault() ?? LaneFault();

    /// <inheritdoc/>
    public void Dispose() => pulse.Dispose();

    private string? LoopFault() => status.Loops.Lost.IsCompleted ? "a loop ended by itself; the log says which" : null;

    private string? PoolFault()
    {
        var silent = time.GetElapsedTime(Interlocked.Read(ref beaten));
        return silent > PulsePatience ? $"the thread pool has been stuck for {silent.TotalSeconds:0} s" : null;
    }

    private string? LoadingFault() => status.State == IntakeState.Loading && status.UptimeSeconds > settings.StuckSeconds
        ? $"the voice has been loading for {status.UptimeSeconds:0} s"
        : null;

    private string? LaneFault()
    {
        foreach (var lane in status.Lanes)
        {
            if (lane.Job is { } job && time.GetUtcNow() - job.Delivery.ReceivedAt is var held && held > settings.StuckTime)
                return $"lane {lane.Lane} has had one job in hand for {held.TotalSeconds:0} s ({lane.Doing})";
        }
        return null;
    }
}
