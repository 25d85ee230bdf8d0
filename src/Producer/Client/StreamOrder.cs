using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client;

/// <summary>
/// Puts results in order: those of one stream by <c>stream.seq</c>, each held until every lower one that was announced has come; those
/// without a stream pass at once. Streams do not wait for each other. Safe for many callers at once.
/// </summary>
public sealed class StreamOrder
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Place> places = [];
    private readonly Dictionary<string, SortedDictionary<(long Seq, long Ticket), Place>> streams = [];
    private long tickets;

    /// <summary>Announces a job before it is published.</summary>
    /// <param name="job">The job. Announce a stream's jobs in rising <c>seq</c>; one that comes later than a higher one can only wait for
    /// what is below it.</param>
    /// <exception cref="InvalidOperationException">A job with this id is announced already.</exception>
    public void Announce(SpeechJob job)
    {
        lock (gate)
        {
            var place = new Place(job.Stream?.Id, (job.Stream?.Seq ?? 0, tickets++));
            if (!places.TryAdd(job.Id, place))
                throw new InvalidOperationException($"job '{job.Id}' stands twice in what is to be spoken; an id names one job");
            if (place.Stream is { } stream)
                Line(stream).Add(place.Key, place);
        }
    }

    /// <summary>Takes a result and gives those whose turn it now is, in order.</summary>
    /// <param name="result">A result of an announced job; others are passed over.</param>
    public IReadOnlyList<SpeechResult> Arrived(SpeechResult result)
    {
        lock (gate)
        {
            if (!places.Remove(result.Id, out var place))
                return [];
            if (place.Stream is null)
                return [result];
            place.Result = result;
            return Release(place.Stream);
        }
    }

    private SortedDictionary<(long Seq, long Ticket), Place> Line(string stream)
    {
        if (!streams.TryGetValue(stream, out var line))
            streams[stream] = line = [];
        return line;
    }

    private List<SpeechResult> Release(string stream)
    {
        var line = streams[stream];
        var ready = line.Values.TakeWhile(place => place.Result is not null).ToList();
        foreach (var place in ready)
            line.Remove(place.Key);
        if (line.Count == 0)
            streams.Remove(stream);
        return ready.ConvertAll(place => place.Result!);
    }

    private sealed class Place(string? stream, (long Seq, long Ticket) key)
    {
        public string? Stream => stream;

        public (long Seq, long Ticket) Key => key;

        public SpeechResult? Result { get; set; }
    }
}
