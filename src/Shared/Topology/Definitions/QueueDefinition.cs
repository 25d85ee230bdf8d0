using System.Text.Json;

namespace TtsConsumers.Shared.Topology.Definitions;

/// <summary>A queue, as RabbitMQ's definitions files and management API write it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Vhost">The vhost it is in.</param>
/// <param name="Durable">Whether it outlives the broker's restart.</param>
/// <param name="AutoDelete">Whether it goes with its last consumer.</param>
/// <param name="Arguments">Its arguments; the farm's queues have <c>x-queue-type</c> and leave the rest to policies.</param>
/// <param name="Policy">The policy that governs it; only in what a broker answers.</param>
public sealed record QueueDefinition(
    string Name, string Vhost, bool Durable, bool AutoDelete, IReadOnlyDictionary<string, JsonElement> Arguments, string? Policy = null);
