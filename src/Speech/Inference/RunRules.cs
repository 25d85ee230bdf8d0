namespace TtsConsumers.Speech.Inference;

/// <summary>What the Runs of an instance go by.</summary>
/// <param name="Deadline">What one may take.</param>
/// <param name="Batch">Who may share one.</param>
internal sealed record RunRules(RunDeadline Deadline, BatchPlan Batch);
