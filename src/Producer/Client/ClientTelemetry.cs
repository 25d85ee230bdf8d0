using System.Diagnostics;
using System.Diagnostics.Metrics;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Producer.Client;

/// <summary>
/// What the client tells to whoever listens: a span for each job it sends, whose context goes along in the job's <c>traceparent</c>, and a count of the
/// broker's words. Under OpenTelemetry's messaging names; meter and activity source are called <c>tts.client</c>.
/// </summary>
internal static class ClientTelemetry
{
    private const string Name = "tts.client";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Sent = Meter.CreateCounter<long>(
        "messaging.client.sent.messages", "{message}", "Publishes of jobs; error.type tells those the broker did not take.");

    /// <summary>Begins the span of a job; <see langword="null"/> where nobody listens.</summary>
    public static Activity? Begin(SpeechJob job) => Source.StartActivity($"send {Exchanges.Jobs}", ActivityKind.Producer)
        ?.SetTag("messaging.system", "rabbitmq").SetTag("messaging.operation.name", "send").SetTag("messaging.operation.type", "send")
        .SetTag("messaging.destination.name", Exchanges.Jobs).SetTag("messaging.message.id", job.Id);

    /// <summary>Notes how one publish ended.</summary>
    public static void Note(Activity? span, PublishOutcome outcome)
    {
        var tags = new TagList { { "messaging.system", "rabbitmq" }, { "messaging.operation.name", "send" }, { "messaging.destination.name", Exchanges.Jobs } };
        if (Word(outcome) is { } error)
        {
            tags.Add("error.type", error);
            span?.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);
        }
        else
        {
            span?.SetTag("error.type", null).SetStatus(ActivityStatusCode.Unset);
        }
        Sent.Add(1, tags);
    }

    private static string? Word(PublishOutcome outcome) => outcome switch
    {
        PublishOutcome.Confirmed => null,
        PublishOutcome.Refused => "busy",
        PublishOutcome.Returned => "not_provisioned",
        _ => "unknown",
    };
}
