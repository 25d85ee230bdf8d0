using System.Text;
using RabbitMQ.Client;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>What stands on a dead letter about its end. A wrong type or a value out of range reads as absent.</summary>
internal sealed record LetterHeaders(string? Reason, string? Error, string? Host, int? Attempts, DateTimeOffset? FailedAt)
{
    private const string Deaths = "x-death";
    private const string DeathTime = "time";
    private const int MaxAttempts = 1_000_000;
    private const long MaxMilliseconds = 253_402_300_799_999;

    /// <summary>Reads them.</summary>
    /// <param name="headers">As the client library gives them.</param>
    public static LetterHeaders Read(IDictionary<string, object?>? headers)
    {
        if (headers is null)
            return new(null, null, null, null, null);
        // A letter that the broker made carries what its sender wrote: there an x-reason is forged.
        if (Text(headers, HeaderNames.FirstDeathReason) is { } death)
            return new(ReasonOf(death).Wire(), $"the broker gave it up: {death}", null, null, TimeOfDeath(headers));
        return new(
            Text(headers, HeaderNames.Reason) is { } reason && ReasonCodes.FromWire(reason) is not null ? reason : null,
            Text(headers, HeaderNames.Error),
            Text(headers, HeaderNames.Host),
            Number(headers, HeaderNames.Attempts, MaxAttempts) is { } attempts ? (int)attempts : null,
            Number(headers, HeaderNames.FailedAt, MaxMilliseconds) is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null);
    }

    /// <summary>The same reasons that hosts answer such letters with.</summary>
    private static ReasonCode ReasonOf(string death) => death switch
    {
        "delivery_limit" => ReasonCode.CrashLoop,
        "expired" => ReasonCode.Expired,
        _ => ReasonCode.AttemptsExhausted,
    };

    /// <summary>The broker lists deaths with the last one first.</summary>
    private static DateTimeOffset? TimeOfDeath(IDictionary<string, object?> headers) =>
        headers.TryGetValue(Deaths, out var deaths) && deaths is IList<object?> { Count: > 0 } list
        && list[0] is IDictionary<string, object?> last && last.TryGetValue(DeathTime, out var time) && time is AmqpTimestamp stamp
            ? Seconds(stamp.UnixTime)
            : null;

    /// <summary>A moment in Unix seconds, where it is one.</summary>
    public static DateTimeOffset? Seconds(long seconds) =>
        seconds is > 0 and <= MaxMilliseconds / 1000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static string? Text(IDictionary<string, object?> headers, string name) =>
        headers.TryGetValue(name, out var raw) && raw is byte[] { Length: > 0 and <= DeadLetterHeaders.ErrorBytes } bytes
            ? Encoding.UTF8.GetString(bytes)
            : null;

    private static long? Number(IDictionary<string, object?> headers, string name, long most)
    {
        long? value = headers.TryGetValue(name, out var raw) ? raw switch
        {
            byte or sbyte or short or ushort or int or uint or long => Convert.ToInt64(raw, System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        } : null;
        return value >= 0 && value <= most ? value : null;
    }
}
