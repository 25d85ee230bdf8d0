namespace TtsConsumers.Tests.Storm.Ledger;

/// <summary>What was found in the queues when all hosts were gone: message ids.</summary>
/// <param name="Letters">In tts.dead.</param>
/// <param name="Waiting">In the queues that should be empty by then: jobs, retries, quarantine, notices.</param>
/// <param name="Unrouted">In tts.unrouted: results nobody was bound for.</param>
public sealed record Remains(IReadOnlyList<string> Letters, IReadOnlyList<string> Waiting, IReadOnlyList<string> Unrouted);
