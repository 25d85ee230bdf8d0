using RabbitMQ.Client;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>The properties and trace headers of a message that outlive it in a file: those a replay keeps.</summary>
public sealed record LetterProperties
{
    /// <summary>As a rule <c>application/json</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>The message id.</summary>
    public string? MessageId { get; init; }

    /// <summary>The sender's own mark, echoed in results.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The suffix results are routed by.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>0 to 255.</summary>
    public byte? Priority { get; init; }

    /// <summary>When it was first sent, Unix seconds.</summary>
    public long? Timestamp { get; init; }

    /// <summary>The contract's version.</summary>
    public string? Type { get; init; }

    /// <summary>W3C trace parent.</summary>
    public string? TraceParent { get; init; }

    /// <summary>W3C trace state.</summary>
    public string? TraceState { get; init; }

    /// <summary>Takes them from a letter.</summary>
    public static LetterProperties Of(Letter letter)
    {
        var source = letter.Properties;
        return new LetterProperties
        {
            ContentType = source.ContentType,
            MessageId = source.MessageId,
            CorrelationId = source.CorrelationId,
            ReplyTo = source.ReplyTo,
            Priority = source.IsPriorityPresent() ? source.Priority : null,
            Timestamp = source.IsTimestampPresent() ? source.Timestamp.UnixTime : null,
            Type = source.Type,
            TraceParent = letter.Headers.TraceParent,
            TraceState = letter.Headers.TraceState,
        };
    }

    /// <summary>The properties of a message; the trace is in the letter's headers.</summary>
    internal BasicProperties ToProperties()
    {
        var properties = new BasicProperties
        {
            ContentType = ContentType,
            MessageId = MessageId,
            CorrelationId = CorrelationId,
            ReplyTo = ReplyTo,
            Type = Type,
        };
        if (Priority is { } priority)
            properties.Priority = priority;
        if (Timestamp is { } timestamp)
            properties.Timestamp = new AmqpTimestamp(timestamp);
        return properties;
    }
}
