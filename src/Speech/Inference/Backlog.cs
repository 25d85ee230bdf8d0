using System.Threading.Channels;

namespace TtsConsumers.Speech.Inference;

/// <summary>
/// What waits at an instance, and the next Run from it. It takes what waits, up to the size of a batch, and never waits for more. It belongs to
/// the instance and not to the thread in Run: what a hung thread had not begun is spoken by the next.
/// </summary>
/// <param name="requests">The callers' queue.</param>
/// <param name="plan">Which pieces share a Run.</param>
internal sealed class Backlog(ChannelReader<SpeechRequest> requests, BatchPlan plan)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<IReadOnlyList<WaitingPiece>> _runs = [];
    private double _tooMuch = double.PositiveInfinity;

    /// <summary>Waits for work; the thread has nothing else to do, so it blocks.</summary>
    /// <returns>At least one piece that somebody still waits for; null when nothing will come any more.</returns>
    public IReadOnlyList<WaitingPiece>? Next()
    {
        while (true)
        {
            if (TryNext() is { } run)
            {
                return run;
            }

            if (!requests.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                return null;
            }
        }
    }

    /// <summary>Takes back a Run of several that failed: none of them need be at fault, so they are spoken again, before all others.</summary>
    /// <param name="run">At least two pieces.</param>
    /// <param name="noMemory">Whether there was no memory for it: then halves are tried, and no Run becomes as large again. Else each is spoken alone.</param>
    public void TakeBack(IReadOnlyList<WaitingPiece> run, bool noMemory)
    {
        lock (_gate)
        {
            if (noMemory)
            {
                _tooMuch = Math.Min(_tooMuch, run.Count * run.Max(piece => piece.Weight));
            }

            foreach (var part in run.Chunk(noMemory ? (run.Count + 1) / 2 : 1).Reverse())
            {
                _runs.AddFirst(part);
            }
        }
    }

    /// <summary>Takes note that a piece found no memory even alone: then what it did to a Run of several says nothing about Runs of several.</summary>
    public void Forgive()
    {
        lock (_gate)
        {
            _tooMuch = double.PositiveInfinity;
        }
    }

    /// <summary>Tells everybody who waits that nothing more is spoken. No more may be coming.</summary>
    /// <param name="closing">What they are told.</param>
    public void Fail(Exception closing)
    {
        lock (_gate)
        {
            foreach (var piece in _runs.SelectMany(run => run))
            {
                piece.Request.Fail(closing);
            }

            _runs.Clear();
            while (requests.TryRead(out var waiting))
            {
                waiting.Fail(closing);
            }
        }
    }

    private IReadOnlyList<WaitingPiece>? TryNext()
    {
        lock (_gate)
        {
            if (_runs.Count == 0)
            {
                Take();
            }

            while (_runs.First?.Value is { } run)
            {
                _runs.RemoveFirst();
                if (StillWaitedFor(run) is { Count: > 0 } due)
                {
                    return due;
                }
            }

            return null;
        }
    }

    private void Take()
    {
        List<WaitingPiece> taken = [];
        for (var count = 0; count < plan.Most && requests.TryRead(out var request); count++)
        {
            taken.AddRange(Enumerable.Range(0, request.Utterance.Pieces.Count).Select(index => new WaitingPiece(request, index)));
        }

        foreach (var run in plan.Cut(taken, _tooMuch))
        {
            _runs.AddLast(run);
        }
    }

    /// <summary>Without the texts that were given up, or failed in another piece.</summary>
    private static IReadOnlyList<WaitingPiece> StillWaitedFor(IReadOnlyList<WaitingPiece> run) =>
        run.Any(piece => piece.Request.IsOver) ? [.. run.Where(piece => !piece.Request.IsOver)] : run;
}
