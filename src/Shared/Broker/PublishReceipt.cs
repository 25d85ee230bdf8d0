namespace TtsConsumers.Shared.Broker;

/// <summary>The end of one publish.</summary>
/// <param name="Outcome">What is known.</param>
/// <param name="Detail">A sentence where it is not <see cref="PublishOutcome.Confirmed"/>.</param>
public sealed record PublishReceipt(PublishOutcome Outcome, string? Detail = null)
{
    /// <summary>The receipt of a confirmed publish.</summary>
    public static PublishReceipt Confirmed { get; } = new(PublishOutcome.Confirmed);
}
