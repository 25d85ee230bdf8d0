namespace TtsConsumers.Shared.Contracts;

/// <summary>What a message's properties say about the job inside it.</summary>
/// <param name="MessageId">When present it must equal the job's id.</param>
/// <param name="Type">Absent means <see cref="JobLimits.JobType"/>.</param>
/// <param name="ReplyTo">A reply suffix, not an address.</param>
public sealed record JobEnvelope(string? MessageId = null, string? Type = null, string? ReplyTo = null);
