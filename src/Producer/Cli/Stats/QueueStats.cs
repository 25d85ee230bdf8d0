namespace TtsConsumers.Producer.Cli.Stats;

/// <summary>What waits in a queue, as the broker's management API tells; a few seconds old.</summary>
/// <param name="Name">The queue.</param>
/// <param name="Ready">Messages that wait.</param>
/// <param name="InHand">Messages delivered and not yet settled.</param>
internal sealed record QueueStats(string Name, long Ready, long InHand);
