namespace TtsConsumers.Shared.Topology;

/// <summary>The farm's exchanges (infra/rabbitmq-definitions.json).</summary>
public static class Exchanges
{
    /// <summary>Direct: where jobs are published, with <see cref="RoutingKeys.Speak"/>.</summary>
    public const string Jobs = "tts.jobs";

    /// <summary>Direct: retries by level, and the quarantine.</summary>
    public const string Retry = "tts.retry";

    /// <summary>Fanout: dead letters, and the notices of those the broker itself made.</summary>
    public const string Dead = "tts.dead";

    /// <summary>Topic: results, <c>done.&lt;suffix&gt;</c> and <c>failed.&lt;suffix&gt;</c>.</summary>
    public const string Results = "tts.results";

    /// <summary>Fanout: results nobody bound for.</summary>
    public const string Unrouted = "tts.unrouted";
}
