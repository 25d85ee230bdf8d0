using TtsConsumers.Shared.Broker;

namespace TtsConsumers.Tests.Storm.Ledger;

/// <summary>What the sender knows of a job.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is up to.</param>
/// <param name="Outcome">Confirmed when one of its publishes was; else the end of the last.</param>
/// <param name="Repeats">How often it was published again because nothing was known of the publish before.</param>
public sealed record SentJob(string Id, JobKind Kind, PublishOutcome Outcome, int Repeats = 0);
