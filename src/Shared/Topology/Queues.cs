namespace TtsConsumers.Shared.Topology;

/// <summary>The farm's queues (infra/rabbitmq-definitions.json); all durable quorum queues.</summary>
public static class Queues
{
    /// <summary>Jobs waiting to be spoken.</summary>
    public const string Jobs = "tts.jobs";

    /// <summary>Jobs that came back from lost hosts and are spoken alone.</summary>
    public const string Quarantine = "tts.quarantine";

    /// <summary>Jobs that ended without audio.</summary>
    public const string Dead = "tts.dead";

    /// <summary>A copy of each dead letter, from which hosts answer those the broker made.</summary>
    public const string DeadNotices = "tts.dead.notices";

    /// <summary>Results nobody bound for.</summary>
    public const string Unrouted = "tts.unrouted";

    /// <summary>How every collector's queue begins.</summary>
    public const string ReplyPrefix = "tts.reply.";

    /// <summary>The number of retry levels.</summary>
    public const int RetryLevels = 4;

    /// <summary>The retry queue of a level.</summary>
    /// <param name="level">1 to <see cref="RetryLevels"/>.</param>
    public static string Retry(int level) => $"tts.retry.{level}";

    /// <summary>Every queue that provisioning makes.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Jobs, .. Enumerable.Range(1, RetryLevels).Select(Retry), Quarantine, Dead, DeadNotices, Unrouted];
}
