using System.Diagnostics;
using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Consumer.Health;

/// <summary>
/// The span of a job at a host, a child of the span that its <c>traceparent</c> header names: so one trace leads from whoever sent the text to the audio.
/// It costs nothing where nobody listens.
/// </summary>
internal static class JobTrace
{
    private static readonly ActivitySource Source = new(HostMeter.Name);

    /// <summary>Begins the span.</summary>
    /// <param name="queue">Where the job came from.</param>
    /// <param name="job">The job.</param>
    /// <returns><see langword="null"/> where nobody listens.</returns>
    public static Activity? Begin(string queue, JobInHand job)
    {
        if (!Source.HasListeners())
            return null;
        ActivityContext.TryParse(job.Headers.TraceParent, job.Headers.TraceState, isRemote: true, out var parent);
        return Source.StartActivity($"process {queue}", ActivityKind.Consumer, parent)
            ?.SetTag("messaging.system", "rabbitmq").SetTag("messaging.operation.name", "process").SetTag("messaging.operation.type", "process")
            .SetTag("messaging.destination.name", queue).SetTag("messaging.message.id", job.Id).SetTag("tts.attempt", job.Headers.Attempt);
    }

    /// <summary>Notes how the job ended.</summary>
    public static void End(Activity? span, JobInHand job, SettlementDecision decision)
    {
        if (span is null)
            return;
        span.SetTag("messaging.message.id", job.Id).SetTag("tts.settlement", HostMeter.Word(decision));
        if (HostMeter.Reason(decision) is { } reason)
            span.SetTag("error.type", reason.Wire()).SetStatus(ActivityStatusCode.Error);
        if (decision is not SettlementDecision.Answer { Result: { Audio: { } audio } result })
            return;
        span.SetTag("tts.voice", result.Voice).SetTag("tts.audio.duration_ms", audio.DurationMs);
        if (result.Timing is { } timing)
            span.SetTag("tts.text_ms", timing.TextMs).SetTag("tts.synth_ms", timing.SynthMs).SetTag("tts.store_ms", timing.StoreMs);
    }
}
