using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Consumer.Settlement;

/// <summary>What came of working on a delivery. Closed: <see cref="SettlementRules"/> answers every case.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>There is an answer for the sender and nothing left to do but to send it.</summary>
    /// <param name="Result">The result; <see langword="null"/> where somebody else has answered.</param>
    public sealed record Done(SpeechResult? Result) : Outcome;

    /// <summary>The job can never succeed as it is.</summary>
    /// <param name="Problem">What is wrong with it.</param>
    public sealed record Rejected(JobProblem Problem) : Outcome;

    /// <summary>This try failed; another may succeed.</summary>
    /// <param name="Problem">What happened.</param>
    public sealed record Transient(JobProblem Problem) : Outcome;

    /// <summary>The job came back from lost hosts too often to be spoken among others.</summary>
    public sealed record Suspect : Outcome;

    /// <summary>The store or an exchange can't be used: nothing is wrong with the job.</summary>
    /// <param name="Dependency">What is out, for people.</param>
    /// <param name="Detail">What it said.</param>
    /// <param name="Then">What to settle once it is back; <see langword="null"/> goes on with the work itself.</param>
    public sealed record Outage(string Dependency, string Detail, Outcome? Then = null) : Outcome;

    /// <summary>The host stops, or held the job as long as it may.</summary>
    public sealed record Stopping : Outcome;

    /// <summary>The channel that delivered the job is gone.</summary>
    public sealed record ChannelGone : Outcome;
}
