using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Tests.ClusterTests.Load;

/// <summary>One id in the ledger. Written by its sender and by the collector.</summary>
internal sealed class LedgerEntry(string id)
{
    private readonly Lock gate = new();
    private readonly List<SpeechResult> answers = [];
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The job's id.</summary>
    public string Id => id;

    /// <summary>What is known of its publish; <see cref="PublishOutcome.Unknown"/> until the broker has said something.</summary>
    public PublishOutcome Outcome { get; private set; } = PublishOutcome.Unknown;

    /// <summary>How often nothing was known of a publish of it.</summary>
    public int Unknowns { get; private set; }

    /// <summary>Completes with the first result.</summary>
    public Task First => first.Task;

    /// <summary>Every result, in the order they came.</summary>
    public IReadOnlyList<SpeechResult> Answers
    {
        get
        {
            lock (gate)
                return [.. answers];
        }
    }

    /// <summary>What counts for a receiver: a <c>done</c>, whatever came before or after it.</summary>
    public SpeechResult? LastWord =>
        Answers is { Count: > 0 } all ? all.FirstOrDefault(answer => answer.Status == ResultStatus.Done) ?? all[0] : null;

    /// <summary>Notes what the broker said to a publish of it. Once one was unknown, a later refusal does not prove that it is not there.</summary>
    /// <returns>What is known of it now.</returns>
    public PublishOutcome Note(PublishReceipt receipt)
    {
        if (receipt.Outcome == PublishOutcome.Unknown)
            Unknowns++;
        return Outcome = receipt.Outcome != PublishOutcome.Confirmed && Unknowns > 0 ? PublishOutcome.Unknown : receipt.Outcome;
    }

    /// <summary>Notes a result.</summary>
    /// <returns>Whether it is the first.</returns>
    public bool Note(SpeechResult result)
    {
        lock (gate)
            answers.Add(result);
        return first.TrySetResult();
    }
}
