using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Shared.Topology;

/// <summary>
/// The headers of an incoming job that mean something. A wrong type or a value out of range reads as absent, and nothing else is looked at: a
/// sender can forge neither a reason nor a past.
/// </summary>
public sealed record JobHeaders
{
    private const int MaxCount = 1_000_000;
    private const int MaxTextBytes = 512;

    /// <summary>The try this delivery is, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>When it was sent, if the sender said.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How often it was replayed.</summary>
    public int ReplayCount { get; init; }

    /// <summary>The replay run it came with.</summary>
    public string? ReplayBatch { get; init; }

    /// <summary>How often the broker delivered it before (quorum queues; 0 on the first).</summary>
    public long DeliveryCount { get; init; }

    /// <summary>How the broker dead-lettered it: on letters the broker made, and on what comes from a retry level.</summary>
    public BrokerDeath? Death { get; init; }

    /// <summary>W3C trace parent.</summary>
    public string? TraceParent { get; init; }

    /// <summary>W3C trace state.</summary>
    public string? TraceState { get; init; }

    /// <summary>Reads the headers of a delivery.</summary>
    /// <param name="headers">As the client library gives them: texts are byte arrays, numbers of any integer type.</param>
    public static JobHeaders Read(IDictionary<string, object?>? headers)
    {
        if (headers is null)
            return new JobHeaders();
        return new JobHeaders
        {
            Attempt = (int)(Number(headers, HeaderNames.Attempt, 1, MaxCount) ?? 1),
            SentAt = Number(headers, HeaderNames.SentAt, 0, 253_402_300_799_999) is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null,
            ReplayCount = (int)(Number(headers, HeaderNames.ReplayCount, 0, MaxCount) ?? 0),
            ReplayBatch = Text(headers, HeaderNames.ReplayBatch) is { } batch && JobRules.IsId(batch) ? batch : null,
            DeliveryCount = Number(headers, HeaderNames.DeliveryCount, 0, long.MaxValue) ?? 0,
            Death = BrokerDeath.Last(headers),
            TraceParent = Text(headers, HeaderNames.TraceParent),
            TraceState = Text(headers, HeaderNames.TraceState),
        };
    }

    /// <summary>Everything a republish may carry: ours and the trace, nothing foreign.</summary>
    /// <param name="sentAt">The moment of the republish.</param>
    /// <returns>A new dictionary for one publish.</returns>
    public Dictionary<string, object?> ForRepublish(DateTimeOffset sentAt)
    {
        var headers = new Dictionary<string, object?>
        {
            [HeaderNames.Attempt] = Attempt,
            [HeaderNames.SentAt] = sentAt.ToUnixTimeMilliseconds(),
        };
        if (ReplayCount > 0)
            headers[HeaderNames.ReplayCount] = ReplayCount;
        AddText(headers, HeaderNames.ReplayBatch, ReplayBatch);
        AddText(headers, HeaderNames.TraceParent, TraceParent);
        AddText(headers, HeaderNames.TraceState, TraceState);
        return headers;
    }

    private static void AddText(Dictionary<string, object?> headers, string name, string? value)
    {
        if (value is not null)
            headers[name] = value;
    }

    private static long? Number(IDictionary<string, object?> headers, string name, long least, long most)
    {
        long? value = headers.TryGetValue(name, out var raw) ? raw switch
        {
            sbyte number => number,
            byte number => number,
            short number => number,
            ushort number => number,
            int number => number,
            uint number => number,
            long number => number,
            _ => null,
        } : null;
        return value >= least && value <= most ? value : null;
    }

    private static string? Text(IDictionary<string, object?> headers, string name) => HeaderText.Read(headers, name, MaxTextBytes);
}
