namespace TtsConsumers.Shared.Topology.Definitions;

/// <summary>What a user may do in a vhost, as RabbitMQ's management API writes it.</summary>
/// <param name="User">The user's name; left out where the address says it.</param>
/// <param name="Configure">A regular expression over names.</param>
/// <param name="Write">A regular expression over names.</param>
/// <param name="Read">A regular expression over names.</param>
public sealed record PermissionsDefinition(string? User, string Configure, string Write, string Read);
