using TtsConsumers.Tests.Storm.Plan;

namespace TtsConsumers.Tests.Storm.Watch;

/// <summary>
/// Measures how long a farm is not whole while no fault goes on. A stretch begins with the end of a fault, or where the farm breaks by itself, and ends when
/// all hosts are ready again; the beginning of another fault cuts it off. For several threads.
/// </summary>
public sealed class RecoveryClock
{
    private readonly Lock gate = new();
    private readonly Dictionary<FaultKind, TimeSpan> longest = [];
    private FaultKind? last;
    private int goingOn;
    private bool whole = true;
    private TimeSpan? since;

    /// <summary>The longest stretch after each kind of fault.</summary>
    public IReadOnlyDictionary<FaultKind, TimeSpan> Longest
    {
        get
        {
            lock (gate)
                return new Dictionary<FaultKind, TimeSpan>(longest);
        }
    }

    /// <summary>A fault begins.</summary>
    /// <param name="now">Time since the start.</param>
    public void Begin(TimeSpan now)
    {
        lock (gate)
        {
            if (!whole)
                Note(now);
            goingOn++;
            since = null;
        }
    }

    /// <summary>A fault ends: from here on the farm recovers.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="now">Time since the start.</param>
    public void End(FaultKind kind, TimeSpan now)
    {
        lock (gate)
        {
            last = kind;
            if (--goingOn == 0)
                since = now;
        }
    }

    /// <summary>Somebody has looked at the farm.</summary>
    /// <param name="isWhole">Whether every host is ready.</param>
    /// <param name="now">Time since the start.</param>
    public void Look(bool isWhole, TimeSpan now)
    {
        lock (gate)
        {
            whole = isWhole;
            if (goingOn > 0)
                return;
            if (isWhole)
                Note(now);
            since = isWhole ? null : since ?? now;
        }
    }

    private void Note(TimeSpan now)
    {
        if (since is { } from && last is { } kind)
            longest[kind] = TimeSpan.FromTicks(Math.Max(longest.GetValueOrDefault(kind).Ticks, (now - from).Ticks));
    }
}
