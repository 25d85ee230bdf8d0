using System.Text;
using RabbitMQ.Client;

namespace TtsConsumers.Shared.Broker;

/// <summary>What a copy of a job carries of the message it came in: retries, the quarantine, dead letters and replays alike.</summary>
public static class Republish
{
    /// <summary>The longest text of a property, in bytes of UTF-8.</summary>
    private const int TextBytes = 255;

    /// <summary>
    /// Whether a text can stand in a property. One that came in as other bytes than UTF-8 has become up to three times as long, and the client library
    /// throws at the publish (7.1.2): its job could never be settled.
    /// </summary>
    public static bool CanCarry(string? text) => text is not null && Encoding.UTF8.GetByteCount(text) <= TextBytes;

    /// <summary>
    /// Properties for one publish of a copy. They are named one by one: <c>expiration</c>, <c>user_id</c> and whatever else the sender set stay behind.
    /// </summary>
    /// <param name="source">The properties of the message copied.</param>
    /// <param name="headers">All the headers the copy has, as <see cref="Topology.JobHeaders.ForRepublish"/> makes them.</param>
    public static BasicProperties Properties(IReadOnlyBasicProperties source, IDictionary<string, object?> headers)
    {
        var properties = new BasicProperties { Headers = headers };
        if (CanCarry(source.ContentType))
            properties.ContentType = source.ContentType;
        if (CanCarry(source.MessageId))
            properties.MessageId = source.MessageId;
        if (CanCarry(source.CorrelationId))
            properties.CorrelationId = source.CorrelationId;
        if (CanCarry(source.ReplyTo))
            properties.ReplyTo = source.ReplyTo;
        if (source.IsPriorityPresent())
            properties.Priority = source.Priority;
        if (source.IsTimestampPresent())
            properties.Timestamp = source.Timestamp;
        if (CanCarry(source.Type))
            properties.Type = source.Type;
        return properties;
    }
}
