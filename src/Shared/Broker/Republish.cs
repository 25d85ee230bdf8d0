using RabbitMQ.Client;

namespace TtsConsumers.Shared.Broker;

/// <summary>What a copy of a job carries of the message it came in: retries, the quarantine, dead letters and replays alike.</summary>
public static class Republish
{
    /// <summary>
    /// Persistent properties for one publish of a copy. They are named one by one: <c>expiration</c>, <c>user_id</c> and whatever else the sender set stay behind.
    /// </summary>
    /// <param name="source">The properties of the message copied.</param>
    /// <param name="headers">All the headers the copy has, as <see cref="Topology.JobHeaders.ForRepublish"/> makes them.</param>
    public static BasicProperties Properties(IReadOnlyBasicProperties source, IDictionary<string, object?> headers)
    {
        var properties = new BasicProperties { Headers = headers, Persistent = true };
        if (source.IsContentTypePresent())
            properties.ContentType = source.ContentType;
        if (source.IsMessageIdPresent())
            properties.MessageId = source.MessageId;
        if (source.IsCorrelationIdPresent())
            properties.CorrelationId = source.CorrelationId;
        if (source.IsReplyToPresent())
            properties.ReplyTo = source.ReplyTo;
        if (source.IsPriorityPresent())
            properties.Priority = source.Priority;
        if (source.IsTimestampPresent())
            properties.Timestamp = source.Timestamp;
        if (source.IsTypePresent())
            properties.Type = source.Type;
        return properties;
    }
}
