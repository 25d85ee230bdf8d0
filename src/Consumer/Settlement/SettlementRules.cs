using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Consumer.Settlement;

/// <summary>Which settlement follows from which outcome. Pure: no clock, no broker, chance passed in.</summary>
public static class SettlementRules
{
    /// <summary>A job that was delivered this often before without being settled is a suspect.</summary>
    public const int SuspectDeliveries = 2;

    /// <summary>One retry in four waits one level less, so that what failed together does not come back together.</summary>
    public const double LowerLevelShare = 0.25;

    /// <summary>Decides.</summary>
    /// <param name="outcome">What came of the work.</param>
    /// <param name="attempt">The try this was, from 1.</param>
    /// <param name="maxAttempts">Tries a job gets.</param>
    /// <param name="chance">0 to 1, drawn by the caller; spreads the retries.</param>
    public static SettlementDecision Decide(Outcome outcome, int attempt, int maxAttempts, double chance) => outcome switch
    {
        Outcome.Done done => new SettlementDecision.Answer(done.Result),
        Outcome.Rejected rejected => new SettlementDecision.DeadLetter(rejected.Problem),
        Outcome.Transient when attempt < maxAttempts => new SettlementDecision.Retry(Level(attempt, chance), attempt + 1),
        Outcome.Transient transient => new SettlementDecision.DeadLetter(Exhausted(transient.Problem, attempt)),
        Outcome.Suspect => new SettlementDecision.Quarantine(),
        Outcome.Outage outage => new SettlementDecision.Hold(outage),
        Outcome.Stopping => new SettlementDecision.GiveBack(),
        Outcome.ChannelGone => new SettlementDecision.Forget(),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "an outcome without a settlement"),
    };

    /// <summary>Whether a job has to be spoken alone.</summary>
    /// <param name="deliveryCount">The broker's count of earlier deliveries.</param>
    public static bool IsSuspect(long deliveryCount) => deliveryCount >= SuspectDeliveries;

    /// <summary>The level a try's copy waits at: min(attempt, 4), one lower with probability ¼, never below 1.</summary>
    private static int Level(int attempt, double chance)
    {
        var level = Math.Min(attempt, Queues.RetryLevels);
        return chance < LowerLevelShare ? Math.Max(1, level - 1) : level;
    }

    private static JobProblem Exhausted(JobProblem last, int attempt) =>
        new(ReasonCode.AttemptsExhausted, $"gave up after {attempt} attempts; the last failed with {last.Code.Wire()}: {last.Message}");
}
