using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Consumer.Settlement;

/// <summary>What is done with a delivery. Closed: <see cref="Settler"/> carries out every case.</summary>
public abstract record SettlementDecision
{
    private SettlementDecision() { }

    /// <summary>Publish the result, await its confirm, ack.</summary>
    /// <param name="Result">The result; <see langword="null"/> only acks.</param>
    public sealed record Answer(SpeechResult? Result) : SettlementDecision;

    /// <summary>Publish a copy to a retry level, await its confirm, ack.</summary>
    /// <param name="Level">1 to 4.</param>
    /// <param name="NextAttempt">The copy's <c>x-attempt</c>.</param>
    public sealed record Retry(int Level, int NextAttempt) : SettlementDecision;

    /// <summary>Publish a dead letter, then a failed result, await both confirms, ack.</summary>
    /// <param name="Problem">The reason.</param>
    public sealed record DeadLetter(JobProblem Problem) : SettlementDecision;

    /// <summary>Publish a copy to the quarantine, await its confirm, ack.</summary>
    public sealed record Quarantine : SettlementDecision;

    /// <summary>Keep it unsettled with all that is finished, and try the failed step again after a pause.</summary>
    /// <param name="Outage">What is out.</param>
    public sealed record Hold(Outcome.Outage Outage) : SettlementDecision;

    /// <summary>Give it back to its queue.</summary>
    public sealed record GiveBack : SettlementDecision;

    /// <summary>Say nothing: the broker delivers it again.</summary>
    public sealed record Forget : SettlementDecision;
}
