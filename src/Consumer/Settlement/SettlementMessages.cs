using System.Text.Json;
using RabbitMQ.Client;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Consumer.Settlement;

/// <summary>Makes the messages that settle a job. Every copy carries our own headers and the trace, nothing foreign.</summary>
/// <param name="hostName">Written on dead letters.</param>
/// <param name="time">The clock.</param>
public sealed class SettlementMessages(string hostName, TimeProvider time)
{
    /// <summary>The result on its way to whoever bound the job's suffix.</summary>
    public OutgoingMessage Result(JobInHand job, SpeechResult result)
    {
        var source = job.Delivery.Properties;
        var properties = new BasicProperties
        {
            ContentType = "application/json",
            MessageId = result.Status == ResultStatus.Done ? $"{result.Id}.done" : $"{result.Id}.failed.{job.Headers.ReplayCount}",
            Type = JobLimits.ResultType,
            Timestamp = new AmqpTimestamp(time.GetUtcNow().ToUnixTimeSeconds()),
            Headers = TraceOf(job.Headers),
        };
        if (Republish.CanCarry(source.CorrelationId))
            properties.CorrelationId = source.CorrelationId;
        return new OutgoingMessage(
            Exchanges.Results,
            RoutingKeys.Result(result.Status, source.ReplyTo),
            JsonSerializer.SerializeToUtf8Bytes(result, ContractJson.Result),
            properties);
    }

    /// <summary>A copy that waits at a retry level.</summary>
    public OutgoingMessage Retry(JobInHand job, int level, int nextAttempt) =>
        Copy(job, Exchanges.Retry, RoutingKeys.Level(level), (job.Headers with { Attempt = nextAttempt }).ForRepublish(time.GetUtcNow()));

    /// <summary>A copy that waits to be spoken alone.</summary>
    public OutgoingMessage Quarantine(JobInHand job) =>
        Copy(job, Exchanges.Retry, RoutingKeys.Quarantine, job.Headers.ForRepublish(time.GetUtcNow()));

    /// <summary>The job as it came, with why it ended.</summary>
    public OutgoingMessage DeadLetter(JobInHand job, JobProblem problem)
    {
        var now = time.GetUtcNow();
        var headers = job.Headers.ForRepublish(now);
        new DeadLetterHeaders(problem, now, hostName, job.Headers.Attempt).AddTo(headers);
        return Copy(job, Exchanges.Dead, "", headers);
    }

    private static OutgoingMessage Copy(JobInHand job, string exchange, string routingKey, Dictionary<string, object?> headers) =>
        new(exchange, routingKey, job.Delivery.Body, Republish.Properties(job.Delivery.Properties, headers));

    private static Dictionary<string, object?>? TraceOf(JobHeaders headers)
    {
        if (headers.TraceParent is null)
            return null;
        var trace = new Dictionary<string, object?> { [HeaderNames.TraceParent] = headers.TraceParent };
        if (headers.TraceState is not null)
            trace[HeaderNames.TraceState] = headers.TraceState;
        return trace;
    }
}
