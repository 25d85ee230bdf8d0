namespace TtsConsumers.Shared.Topology;

/// <summary>The message headers the farm writes or reads (docs/MESSAGES.md, "Headers").</summary>
public static class HeaderNames
{
    /// <summary>The try this delivery is, from 1.</summary>
    public const string Attempt = "x-attempt";

    /// <summary>Unix milliseconds of the publish or republish.</summary>
    public const string SentAt = "x-sent-at";

    /// <summary>How often the job was replayed from the dead letters.</summary>
    public const string ReplayCount = "x-replay-count";

    /// <summary>The run that replayed it.</summary>
    public const string ReplayBatch = "x-replay-batch";

    /// <summary>On dead letters: the reason code.</summary>
    public const string Reason = "x-reason";

    /// <summary>On dead letters: what happened, at most 1 KiB.</summary>
    public const string Error = "x-error";

    /// <summary>On dead letters: Unix milliseconds of the end.</summary>
    public const string FailedAt = "x-failed-at";

    /// <summary>On dead letters: the host that gave up.</summary>
    public const string Host = "x-host";

    /// <summary>On dead letters: how many tries were made.</summary>
    public const string Attempts = "x-attempts";

    /// <summary>The broker's count of earlier deliveries (quorum queues).</summary>
    public const string DeliveryCount = "x-delivery-count";

    /// <summary>The broker's list of a message's deaths, by queue and reason.</summary>
    public const string Deaths = "x-death";

    /// <summary>Why the broker dead-lettered a message the first time.</summary>
    public const string FirstDeathReason = "x-first-death-reason";

    /// <summary>W3C trace context, carried.</summary>
    public const string TraceParent = "traceparent";

    /// <summary>W3C trace context, carried.</summary>
    public const string TraceState = "tracestate";
}
