using TtsConsumers.Shared.Broker;

namespace TtsConsumers.Producer.Client;

/// <summary>Decides after each publish of one job whether it is published again. One for each job; not shared between threads.</summary>
/// <param name="unknownRepeats">Repeats allowed while it is unknown whether the broker took it.</param>
/// <param name="busyRepeats">Repeats allowed while the broker is busy.</param>
internal sealed class PublishPatience(int unknownRepeats, int busyRepeats)
{
    private int unknown;
    private int busy;

    /// <summary>The pause before the next try, or <see langword="null"/> where the last outcome stands.</summary>
    /// <param name="outcome">How the last publish ended.</param>
    /// <param name="chance">The source of jitter.</param>
    public TimeSpan? Next(PublishOutcome outcome, Random chance) => outcome switch
    {
        PublishOutcome.Unknown when unknown < unknownRepeats => Pause.After(++unknown, chance),
        PublishOutcome.Refused when busy < busyRepeats => Pause.After(++busy, chance),
        _ => null,
    };

    /// <summary>
    /// What is known of the job after its last publish. Once one publish was unknown, a later refusal does not prove that it is not there.
    /// </summary>
    /// <param name="last">The last publish's receipt.</param>
    public PublishReceipt Sum(PublishReceipt last) =>
        last.Outcome is PublishOutcome.Refused or PublishOutcome.Returned && unknown > 0
            ? new PublishReceipt(PublishOutcome.Unknown, $"an earlier try may have arrived; the last did not: {last.Detail}")
            : last;
}
