namespace TtsConsumers.Speech.Inference;

/// <summary>Times the Runs of one session and says, once, that one has passed its deadline. From then on the session is given up.</summary>
/// <param name="clock">The instance's clock. For it a Run that is given up is over.</param>
/// <param name="deadline">What a Run may take.</param>
/// <param name="time">Makes the timer.</param>
/// <param name="late">Told what the Run was allowed; called on a thread of the pool while the Run goes on.</param>
internal sealed class RunWatch(RunClock clock, RunDeadline deadline, TimeProvider time, Action<TimeSpan> late)
{
    private readonly Lock _gate = new();
    private TimeSpan _allowed;
    private bool _givenUp;

    // Never disposed: a timer that is not set is nobody's.
    private ITimer? _timer;

    /// <summary>A Run begins.</summary>
    /// <param name="pieces">All that it speaks.</param>
    public void Begin(IReadOnlyList<Piece> pieces)
    {
        lock (_gate)
        {
            _allowed = deadline.For(pieces);
            clock.Enter();
            _timer ??= time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(_allowed, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The Run is over. One that was given up may come back as late as it likes: the instance has gone on without it.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (!_givenUp)
            {
                clock.Leave();
                _timer!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Look()
    {
        lock (_gate)
        {
            if (_givenUp || clock.InRunFor is not { } taken)
            {
                return;
            }

            if (taken < _allowed)
            {
                // A timer may fire a little early, or still for the Run before this one.
                _timer!.Change(_allowed - taken, Timeout.InfiniteTimeSpan);
                return;
            }

            _givenUp = true;
            clock.Leave();
        }

        late(_allowed);
    }
}
