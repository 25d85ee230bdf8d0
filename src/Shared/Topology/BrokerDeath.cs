using RabbitMQ.Client;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Shared.Topology;

/// <summary>The last time the broker itself dead-lettered a message. Copies that hosts make carry no word of it.</summary>
/// <param name="Reason">The broker's word, e.g. <c>delivery_limit</c>.</param>
/// <param name="At">When, where the broker noted it.</param>
public sealed record BrokerDeath(string Reason, DateTimeOffset? At)
{
    private const int MaxReasonBytes = 64;
    private const long MaxSeconds = 253_402_300_799;

    /// <summary>The code such a job is answered with, and its letter listed under.</summary>
    public ReasonCode Code => Reason switch
    {
        "delivery_limit" => ReasonCode.CrashLoop,
        "expired" => ReasonCode.Expired,
        _ => ReasonCode.AttemptsExhausted,
    };

    /// <summary>Reads it from <c>x-death</c>, where the broker puts a message's deaths with the last one first.</summary>
    /// <param name="headers">As the client library gives them.</param>
    /// <returns><see langword="null"/> for a message that the broker never dead-lettered.</returns>
    /// <remarks>
    /// A job that waited at a retry level died there once already, by expiring: the first death, which has headers of its own, is not the one that
    /// counts. Headers about the last one are there only from 3.13 on.
    /// </remarks>
    public static BrokerDeath? Last(IDictionary<string, object?> headers)
    {
        var last = headers.TryGetValue(HeaderNames.Deaths, out var deaths) && deaths is IList<object?> { Count: > 0 } list
            ? list[0] as IDictionary<string, object?>
            : null;
        return (Text(last, "reason") ?? Text(headers, HeaderNames.FirstDeathReason)) is { } reason ? new(reason, Time(last)) : null;
    }

    private static DateTimeOffset? Time(IDictionary<string, object?>? death) =>
        death is not null && death.TryGetValue("time", out var raw) && raw is AmqpTimestamp { UnixTime: > 0 and <= MaxSeconds } time
            ? DateTimeOffset.FromUnixTimeSeconds(time.UnixTime)
            : null;

    private static string? Text(IDictionary<string, object?>? table, string name) =>
        table is null ? null : HeaderText.Read(table, name, MaxReasonBytes);
}
