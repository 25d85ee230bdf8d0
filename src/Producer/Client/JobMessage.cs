using System.Diagnostics;
using System.Text.Json;
using RabbitMQ.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Producer.Client;

/// <summary>A job as it goes on the wire (docs/MESSAGES.md, "Job").</summary>
internal static class JobMessage
{
    private const string ContentType = "application/json";

    /// <summary>Writes a job's message: its body, and properties for one publish.</summary>
    /// <param name="job">The job; its id becomes the message id.</param>
    /// <param name="body">What <see cref="Body"/> makes of it, once for all its publishes.</param>
    /// <param name="replyTo">The suffix its result is routed by; <see langword="null"/> asks for none.</param>
    /// <param name="priority">0 to 9.</param>
    /// <param name="sentAt">The moment of this publish.</param>
    /// <param name="lookFirst">Whether the job may have been spoken before: then a host looks for its audio first.</param>
    /// <returns>A message for one publish: the client library writes into the properties.</returns>
    public static OutgoingMessage Write(
        SpeechJob job, byte[] body, string? replyTo, int? priority, DateTimeOffset sentAt, bool lookFirst = false)
    {
        var properties = new BasicProperties
        {
            MessageId = job.Id,
            ContentType = ContentType,
            Type = JobLimits.JobType,
            Persistent = true,
            Timestamp = new AmqpTimestamp(sentAt.ToUnixTimeSeconds()),
            Headers = Headers(sentAt, lookFirst, Activity.Current),
        };
        if (replyTo is not null)
            properties.ReplyTo = replyTo;
        if (priority is { } value)
            properties.Priority = (byte)value;
        return new OutgoingMessage(Exchanges.Jobs, RoutingKeys.Speak, body, properties);
    }

    /// <summary>The job as strict JSON in UTF-8.</summary>
    public static byte[] Body(SpeechJob job) => JsonSerializer.SerializeToUtf8Bytes(job, ContractJson.Job);

    private static Dictionary<string, object?> Headers(DateTimeOffset sentAt, bool lookFirst, Activity? activity)
    {
        var headers = new Dictionary<string, object?> { [HeaderNames.SentAt] = sentAt.ToUnixTimeMilliseconds() };
        // A host looks for finished audio only where a job says that it was here before.
        if (lookFirst)
            headers[HeaderNames.ReplayCount] = 1;
        if (activity is not { IdFormat: ActivityIdFormat.W3C, Id: { } parent })
            return headers;
        headers[HeaderNames.TraceParent] = parent;
        if (!string.IsNullOrEmpty(activity.TraceStateString))
            headers[HeaderNames.TraceState] = activity.TraceStateString;
        return headers;
    }
}
