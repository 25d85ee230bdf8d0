using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Consumer.Health;

/// <summary>What the host is doing, written by intake and lanes, read by the health checks. Safe from any thread.</summary>
/// <param name="time">The clock.</param>
public sealed class HostStatus(TimeProvider time)
{
    private readonly long started = time.GetTimestamp();
    private long done;
    private long failed;
    private long retried;
    private long givenBack;
    private long audioMilliseconds;
    private long characters;
    private volatile IntakeState state = IntakeState.Loading;
    private volatile LaneStatus[] lanes = [];
    private volatile Func<TimeSpan>[] instances = [];

    /// <summary>Watches the loops behind it.</summary>
    public LoopWatch Loops { get; } = new();

    /// <summary>What intake is at.</summary>
    public IntakeState State => state;

    /// <summary>Every lane, in order.</summary>
    public IReadOnlyList<LaneStatus> Lanes => lanes;

    /// <summary>For each instance, in order, how long it has been inside the model.</summary>
    public IReadOnlyList<Func<TimeSpan>> Instances => instances;

    /// <summary>Whether the host is connected, warm and consuming on every lane, and no outage stops all of them.</summary>
    public bool IsReady => Hindrance is null;

    /// <summary>Why the host is not ready, in a phrase for operators.</summary>
    /// <value><see langword="null"/> when it is; also in a quarantine turn, when its lanes are closed on purpose.</value>
    public string? Hindrance => state switch
    {
        IntakeState.Quarantine => null,
        IntakeState.Consuming when lanes.Length == 0 || lanes.Any(lane => !lane.IsOpen) => "Consuming, but not on every lane",
        IntakeState.Consuming => lanes.All(lane => lane.Job is { IsHeld: true }) ? $"every lane holds a job: {Outage}" : null,
        var other => other.ToString(),
    };

    /// <summary>What holds a job in hand, if anything does.</summary>
    public string? Outage => lanes.Select(lane => lane.Job?.Outage).FirstOrDefault(outage => outage is not null);

    /// <summary>Moves to another state; a draining host stays draining, whatever happens beside.</summary>
    public void MoveTo(IntakeState next)
    {
        if (state != IntakeState.Draining)
            state = next;
    }

    /// <summary>Jobs answered with audio.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>Jobs answered with a reason.</summary>
    public long Failed => Interlocked.Read(ref failed);

    /// <summary>Tries that went to a retry level.</summary>
    public long Retried => Interlocked.Read(ref retried);

    /// <summary>Jobs given back.</summary>
    public long GivenBack => Interlocked.Read(ref givenBack);

    /// <summary>Seconds of audio made.</summary>
    public double AudioSeconds => Interlocked.Read(ref audioMilliseconds) / 1000.0;

    /// <summary>Unicode scalars of the texts that were spoken.</summary>
    public long Characters => Interlocked.Read(ref characters);

    /// <summary>Jobs that wait for an outage to end.</summary>
    public int Held => lanes.Count(lane => lane.Job is { IsHeld: true });

    /// <summary>Jobs in hand.</summary>
    public int InHand => lanes.Count(lane => lane.Job is not null);

    /// <summary>Seconds since the host started.</summary>
    public double UptimeSeconds => time.GetElapsedTime(started).TotalSeconds;

    /// <summary>Announces the lanes once they are known.</summary>
    /// <param name="all">The lanes.</param>
    /// <param name="busy">For each instance, how long it has been inside the model.</param>
    public void Announce(IEnumerable<LaneStatus> all, params IEnumerable<Func<TimeSpan>> busy) => (lanes, instances) = ([.. all], [.. busy]);

    /// <summary>How many Unicode scalars a job's text has.</summary>
    public static int Scalars(SpeechJob? job) => job?.Text.EnumerateRunes().Count() ?? 0;

    /// <summary>Counts a settlement.</summary>
    /// <param name="queue">Where the job came from.</param>
    /// <param name="job">The job.</param>
    /// <param name="decision">What was done with it.</param>
    public void Count(string queue, JobInHand job, SettlementDecision decision)
    {
        HostMeter.Settled(queue, job, decision, time.GetUtcNow() - job.Delivery.ReceivedAt);
        if (decision is SettlementDecision.Answer { Result.Status: ResultStatus.Done })
            Interlocked.Add(ref characters, Scalars(job.Job));
        switch (decision)
        {
            case SettlementDecision.Answer { Result: { Status: ResultStatus.Done } result }:
                Interlocked.Increment(ref done);
                Interlocked.Add(ref audioMilliseconds, result.Audio!.DurationMs);
                break;
            case SettlementDecision.Answer { Result: not null } or SettlementDecision.DeadLetter:
                Interlocked.Increment(ref failed);
                break;
            case SettlementDecision.Retry or SettlementDecision.Quarantine:
                Interlocked.Increment(ref retried);
                break;
            case SettlementDecision.GiveBack:
                Interlocked.Increment(ref givenBack);
                break;
        }
    }
}
