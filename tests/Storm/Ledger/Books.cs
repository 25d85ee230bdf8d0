using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Tests.Storm.Ledger;

/// <summary>All that a ledger is drawn from.</summary>
/// <param name="Sent">Every job that was handed to the broker, or may have been.</param>
/// <param name="Results">Every result, repeats too, in the order of their coming.</param>
/// <param name="Remains">What is left in the queues.</param>
/// <param name="Disturbances">Faults that were made, and hosts that were lost to jobs.</param>
/// <param name="Lanes">Lanes of all hosts.</param>
/// <param name="Finished">Whether everything had the time to end; else what waits is no fault.</param>
public sealed record Books(
    IReadOnlyCollection<SentJob> Sent, IReadOnlyList<SpeechResult> Results, Remains Remains, int Disturbances, int Lanes, bool Finished)
{
    /// <summary>Results and letters beyond one for a job, at most: what a fault hits is in the lanes, or was published again.</summary>
    public int MostRepeats => (Disturbances * Lanes) + Sent.Sum(job => job.Repeats);
}
