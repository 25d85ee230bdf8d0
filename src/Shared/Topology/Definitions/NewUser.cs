namespace TtsConsumers.Shared.Topology.Definitions;

/// <summary>A user as the management API takes one.</summary>
/// <param name="Password">In clear; RabbitMQ keeps a hash.</param>
/// <param name="Tags">Management tags, comma separated.</param>
internal sealed record NewUser(string Password, string Tags);
