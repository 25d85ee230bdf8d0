namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>Counts what a replay does. Safe for many callers at once.</summary>
internal sealed class ReplayTally(string batch)
{
    private int matching;
    private int replayed;
    private int failed;
    private string? stopped;

    public void Matched() => Interlocked.Increment(ref matching);

    public void Replayed() => Interlocked.Increment(ref replayed);

    public void Failed() => Interlocked.Increment(ref failed);

    /// <summary>Says why the run ends early; the first reason stands.</summary>
    public void Stop(string why) => Interlocked.CompareExchange(ref stopped, why, null);

    public ReplayReport Report(int lookedAt)
    {
        var skipped = lookedAt - Volatile.Read(ref matching);
        return new(batch, lookedAt, matching, Volatile.Read(ref replayed), skipped, Volatile.Read(ref failed), stopped);
    }
}
