using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>What stands on a dead letter about its end. A wrong type or a value out of range reads as absent.</summary>
internal sealed record LetterHeaders(string? Reason, string? Error, string? Host, int? Attempts, DateTimeOffset? FailedAt)
{
    private const int MaxAttempts = 1_000_000;
    private const long MaxMilliseconds = 253_402_300_799_999;

    /// <summary>Reads them.</summary>
    /// <param name="headers">As the client library gives them.</param>
    public static LetterHeaders Read(IDictionary<string, object?>? headers)
    {
        if (headers is null)
            return new(null, null, null, null, null);
        // A letter that the broker made carries what its sender wrote: there an x-reason is forged.
        if (BrokerDeath.Last(headers) is { } death)
            return new(death.Code.Wire(), $"the broker gave it up: {death.Reason}", null, null, death.At);
        return new(
            Text(headers, HeaderNames.Reason) is { } reason && ReasonCodes.FromWire(reason) is not null ? reason : null,
            Text(headers, HeaderNames.Error),
            Text(headers, HeaderNames.Host),
            Number(headers, HeaderNames.Attempts, MaxAttempts) is { } attempts ? (int)attempts : null,
            Number(headers, HeaderNames.FailedAt, MaxMilliseconds) is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null);
    }

    /// <summary>A moment in Unix seconds, where it is one.</summary>
    public static DateTimeOffset? Seconds(long seconds) =>
        seconds is > 0 and <= MaxMilliseconds / 1000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static string? Text(IDictionary<string, object?> headers, string name) => HeaderText.Read(headers, name, DeadLetterHeaders.ErrorBytes);

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
