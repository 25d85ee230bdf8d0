namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>What an export or a purge did.</summary>
/// <param name="LookedAt">Letters looked at.</param>
/// <param name="Matching">Letters that were meant.</param>
/// <param name="Removed">Letters removed from the queue.</param>
public sealed record LetterReport(int LookedAt, int Matching, int Removed);
