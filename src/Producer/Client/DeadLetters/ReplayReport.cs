namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>What a replay did.</summary>
/// <param name="Batch">The run's name, on every job it published.</param>
/// <param name="LookedAt">Letters looked at.</param>
/// <param name="Matching">Letters that were meant, each id once; of a dry run this is the answer.</param>
/// <param name="Replayed">Letters published and confirmed; each was then removed.</param>
/// <param name="Skipped">Letters looked at that were not meant.</param>
/// <param name="Failed">Letters that were not taken by the broker; they stay.</param>
/// <param name="Stopped">Why the run ended before its end, if it did.</param>
public sealed record ReplayReport(string Batch, int LookedAt, int Matching, int Replayed, int Skipped, int Failed, string? Stopped);
