namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>How far a run is.</summary>
/// <param name="Done">Letters dealt with.</param>
/// <param name="Of">Letters there were at its beginning.</param>
public readonly record struct LetterProgress(int Done, int Of);
