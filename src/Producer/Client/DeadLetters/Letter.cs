using RabbitMQ.Client;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>A message that waits for an operator: a dead letter, or a result nobody bound for.</summary>
public sealed record Letter
{
    /// <summary>The reason of a letter on which none can be read.</summary>
    public const string UnknownReason = "unknown";

    // The host's own limit on texts is not known here, and a text that was too long for it must still be shown.
    private static readonly JobReader Reader = new(JobLimits.BodyBytes);

    /// <summary>The job's id; where the body has none, the message id, else <c>sha256-</c> and 40 hex of the body.</summary>
    public required string Id { get; init; }

    /// <summary>A reason code as it stands on the wire, or <see cref="UnknownReason"/>.</summary>
    public string Reason { get; init; } = UnknownReason;

    /// <summary>What happened, in the words of the host that gave up.</summary>
    public string? Error { get; init; }

    /// <summary>The host that gave up; nobody's where the broker made the letter.</summary>
    public string? Host { get; init; }

    /// <summary>How many tries were made.</summary>
    public int? Attempts { get; init; }

    /// <summary>When the job ended; where nobody wrote that, the message's own timestamp.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The headers that mean something on a job.</summary>
    public required JobHeaders Headers { get; init; }

    /// <summary>The routing key it was published with.</summary>
    public required string Route { get; init; }

    /// <summary>The message's properties.</summary>
    public required IReadOnlyBasicProperties Properties { get; init; }

    /// <summary>The message's bytes.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The job inside as far as it can be read; <see langword="null"/> where it can't.</summary>
    public SpeechJob? Job => Reader.Read(Body.Span, new JobEnvelope()) switch
    {
        JobReading.Accepted accepted => accepted.Job,
        JobReading.Refused refused => refused.Job,
        _ => null,
    };

    /// <summary>Reads a message; never throws.</summary>
    /// <param name="route">Its routing key.</param>
    /// <param name="properties">Its properties, not shared with the client library.</param>
    /// <param name="body">Its body, our own copy.</param>
    public static Letter Read(string route, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body)
    {
        var end = LetterHeaders.Read(properties.Headers);
        return new Letter
        {
            Id = JobReader.FindId(body.Span, properties.MessageId),
            Reason = end.Reason ?? UnknownReason,
            Error = end.Error,
            Host = end.Host,
            Attempts = end.Attempts,
            EndedAt = end.FailedAt ?? LetterHeaders.Seconds(properties.Timestamp.UnixTime),
            Headers = JobHeaders.Read(properties.Headers),
            Route = route,
            Properties = properties,
            Body = body,
        };
    }
}
