namespace TtsConsumers.Shared.Topology.Definitions;

/// <summary>A vhost.</summary>
/// <param name="Name">Its name.</param>
public sealed record VhostDefinition(string Name);
