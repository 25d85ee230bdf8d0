using TtsConsumers.Producer.Cli.Hosts;

namespace TtsConsumers.Producer.Cli.Stats;

/// <summary>A look at a whole farm.</summary>
/// <param name="Hosts">The hosts.</param>
/// <param name="Queues">The queues; <see langword="null"/> where they could not be looked at.</param>
internal sealed record FarmLook(IReadOnlyList<HostView> Hosts, IReadOnlyList<QueueStats>? Queues);
