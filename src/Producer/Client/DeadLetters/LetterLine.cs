using System.Text;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>A letter as one line of JSON, with all that a replay needs.</summary>
public sealed record LetterLine
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The job's id.</summary>
    public required string Id { get; init; }

    /// <summary>A reason code, or <see cref="Letter.UnknownReason"/>; of a result none.</summary>
    public string? Reason { get; init; }

    /// <summary>What happened.</summary>
    public string? Error { get; init; }

    /// <summary>The host that gave up.</summary>
    public string? Host { get; init; }

    /// <summary>How many tries were made.</summary>
    public int? Attempts { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>How often it was replayed before.</summary>
    public int ReplayCount { get; init; }

    /// <summary>The routing key, where there is one.</summary>
    public string? Route { get; init; }

    /// <summary>The message's properties.</summary>
    public required LetterProperties Properties { get; init; }

    /// <summary>The body where it is UTF-8: as a rule JSON in a JSON string, so that not a byte of it changes.</summary>
    public string? Body { get; init; }

    /// <summary>The body in base64 where it is not UTF-8.</summary>
    public string? BodyBase64 { get; init; }

    /// <summary>Writes a letter.</summary>
    public static LetterLine Of(Letter letter)
    {
        var text = TextOf(letter.Body.Span);
        return new LetterLine
        {
            Id = letter.Id,
            Reason = letter.Reason,
            Error = letter.Error,
            Host = letter.Host,
            Attempts = letter.Attempts,
            FailedAt = letter.EndedAt,
            ReplayCount = letter.Headers.ReplayCount,
            Route = letter.Route.Length > 0 ? letter.Route : null,
            Properties = LetterProperties.Of(letter),
            Body = text,
            BodyBase64 = text is null ? Convert.ToBase64String(letter.Body.Span) : null,
        };
    }

    /// <summary>Reads a letter back.</summary>
    /// <exception cref="FormatException">It has no body, or one that is not base64.</exception>
    public Letter ToLetter()
    {
        var body = Body is not null ? Strict.GetBytes(Body) : Convert.FromBase64String(BodyBase64 ?? throw new FormatException("it has no body"));
        var headers = new JobHeaders { ReplayCount = ReplayCount, TraceParent = Properties.TraceParent, TraceState = Properties.TraceState };
        return new Letter
        {
            Id = Id,
            Reason = Reason ?? Letter.UnknownReason,
            Error = Error,
            Host = Host,
            Attempts = Attempts,
            EndedAt = FailedAt,
            Headers = headers,
            Route = Route ?? "",
            Properties = Properties.ToProperties(),
            Body = body,
        };
    }

    private static string? TextOf(ReadOnlySpan<byte> body)
    {
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
