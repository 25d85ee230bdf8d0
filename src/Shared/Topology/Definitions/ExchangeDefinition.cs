using System.Text.Json;

namespace TtsConsumers.Shared.Topology.Definitions;

/// <summary>An exchange, as RabbitMQ's definitions files and management API write it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Vhost">The vhost it is in.</param>
/// <param name="Type"><c>direct</c>, <c>fanout</c>, <c>topic</c> or <c>headers</c>.</param>
/// <param name="Durable">Whether it outlives the broker's restart.</param>
/// <param name="AutoDelete">Whether it goes with its last binding.</param>
/// <param name="Internal">Whether clients may not publish to it.</param>
/// <param name="Arguments">Its arguments, e.g. <c>alternate-exchange</c>.</param>
public sealed record ExchangeDefinition(
    string Name, string Vhost, string Type, bool Durable, bool AutoDelete, bool Internal, IReadOnlyDictionary<string, JsonElement> Arguments);
