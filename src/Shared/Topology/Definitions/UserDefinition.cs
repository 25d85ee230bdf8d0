namespace TtsConsumers.Shared.Topology.Definitions;

/// <summary>A user of the farm and what it may do (infra/rabbitmq-users.json). Passwords are made when users are, and stand nowhere.</summary>
/// <param name="Name"><c>producer</c>, <c>consumer</c>, <c>operator</c> or <c>monitor</c>.</param>
/// <param name="Tags">Management tags, comma separated, e.g. <c>monitoring</c>; mostly empty.</param>
/// <param name="Configure">What it may make and delete: a regular expression over names.</param>
/// <param name="Write">What it may publish to.</param>
/// <param name="Read">What it may consume from and bind to.</param>
public sealed record UserDefinition(string Name, string Tags, string Configure, string Write, string Read);
