using RabbitMQ.Client;

namespace TtsConsumers.Shared.Broker;

/// <summary>A message ready to be published, mandatory and persistent.</summary>
/// <param name="Exchange">Where to.</param>
/// <param name="RoutingKey">With which key.</param>
/// <param name="Body">The bytes; not copied, so they must not change before the receipt.</param>
/// <param name="Properties">For this publish alone: a tracked publish writes into them.</param>
public sealed record OutgoingMessage(string Exchange, string RoutingKey, ReadOnlyMemory<byte> Body, BasicProperties Properties);
