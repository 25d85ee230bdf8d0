namespace TtsConsumers.Consumer.Intake;

/// <summary>What every part of intake needs of the world outside.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Chance">The source of jitter; safe from several threads.</param>
/// <param name="Logger">The log.</param>
public sealed record Surroundings(TimeProvider Time, Random Chance, ILogger Logger);
