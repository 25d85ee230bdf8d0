using System.Text.Json;
using System.Text.Json.Serialization;

namespace TtsConsumers.Shared.Topology.Definitions;

/// <summary>A policy, as RabbitMQ's definitions files and management API write it. At most one applies to a queue: the one of highest priority.</summary>
/// <param name="Vhost">The vhost it is in.</param>
/// <param name="Name">Its name.</param>
/// <param name="Pattern">A regular expression over names.</param>
/// <param name="ApplyTo"><c>queues</c>, <c>exchanges</c>, <c>all</c> or a kind of queue.</param>
/// <param name="Priority">Higher wins.</param>
/// <param name="Definition">Its keys and values, e.g. <c>max-length</c>; times in milliseconds.</param>
public sealed record PolicyDefinition(
    string Vhost,
    string Name,
    string Pattern,
    [property: JsonPropertyName("apply-to")] string ApplyTo,
    int Priority,
    IReadOnlyDictionary<string, JsonElement> Definition);
