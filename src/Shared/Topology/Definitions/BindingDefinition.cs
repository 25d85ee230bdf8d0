using System.Text.Json;

namespace TtsConsumers.Shared.Topology.Definitions;

/// <summary>A binding, as RabbitMQ's definitions files and management API write it.</summary>
/// <param name="Source">The exchange; empty for the default exchange.</param>
/// <param name="Vhost">The vhost it is in.</param>
/// <param name="Destination">The queue or exchange that is bound.</param>
/// <param name="DestinationType"><c>queue</c> or <c>exchange</c>.</param>
/// <param name="RoutingKey">The key or, on a topic exchange, the pattern.</param>
/// <param name="Arguments">Its arguments; the farm's bindings have none.</param>
public sealed record BindingDefinition(
    string Source, string Vhost, string Destination, string DestinationType, string RoutingKey, IReadOnlyDictionary<string, JsonElement> Arguments)
{
    /// <summary>In words, e.g. <c>tts.jobs/speak → queue tts.jobs</c>.</summary>
    public string Describe() =>
        $"{Source}{(RoutingKey.Length > 0 ? "/" + RoutingKey : "")} → {DestinationType} {Destination}";
}
