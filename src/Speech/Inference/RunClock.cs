namespace TtsConsumers.Speech.Inference;

/// <summary>How long an instance has been inside Run: for the busy ratio, and for the watch over a Run that does not end.</summary>
public sealed class RunClock
{
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private TimeSpan _before;
    private long? _since;

    internal RunClock(TimeProvider time) => _time = time;

    /// <summary>All the time in Run since the instance was made, the Run that is going on included.</summary>
    public TimeSpan Busy
    {
        get
        {
            lock (_gate)
            {
                return _before + (Current() ?? TimeSpan.Zero);
            }
        }
    }

    /// <summary>How long the Run that is going on has taken so far; null between two Runs.</summary>
    public TimeSpan? InRunFor
    {
        get
        {
            lock (_gate)
            {
                return Current();
            }
        }
    }

    internal void Enter()
    {
        lock (_gate)
        {
            _since = _time.GetTimestamp();
        }
    }

    internal void Leave()
    {
        lock (_gate)
        {
            _before += Current() ?? TimeSpan.Zero;
            _since = null;
        }
    }

    private TimeSpan? Current() => _since is { } since ? _time.GetElapsedTime(since) : null;
}
