namespace TtsConsumers.Shared.Contracts;

/// <summary>What is wrong with a job.</summary>
/// <param name="Code">The reason code.</param>
/// <param name="Message">A sentence: what was seen and what would be right.</param>
public sealed record JobProblem(ReasonCode Code, string Message);
