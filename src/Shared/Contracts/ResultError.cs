namespace TtsConsumers.Shared.Contracts;

/// <summary>Why a job has no audio.</summary>
/// <param name="Code">One of a closed set.</param>
/// <param name="Message">A sentence for people: what was wrong and what would be right.</param>
/// <param name="Retryable">Whether the same job, sent again, may succeed.</param>
public sealed record ResultError(ReasonCode Code, string Message, bool Retryable);
