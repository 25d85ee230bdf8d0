using System.Collections.Concurrent;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Tests.ClusterTests.Load;

/// <summary>What was sent, what the broker said to it and what came back (reliability.md, "Ledger"): the oracle of every fault.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, LedgerEntry> entries = new();
    private readonly ConcurrentQueue<string> strangers = new();
    private readonly ConcurrentDictionary<string, int> failures = new();
    private int answered;

    /// <summary>Every id sent.</summary>
    public IReadOnlyCollection<LedgerEntry> Entries => [.. entries.Values];

    /// <summary>Ids of results that nobody asked for.</summary>
    public IReadOnlyCollection<string> Strangers => strangers;

    /// <summary>Publishes that were not confirmed, by what became of them.</summary>
    public IReadOnlyDictionary<string, int> Failures => failures;

    /// <summary>How many ids have an answer.</summary>
    public int Answered => Volatile.Read(ref answered);

    /// <summary>Notes an id that is about to be sent.</summary>
    public LedgerEntry Open(string id) => entries.GetOrAdd(id, _ => new LedgerEntry(id));

    /// <summary>Notes what the broker said to a publish.</summary>
    public void Note(LedgerEntry entry, PublishReceipt receipt)
    {
        if (entry.Note(receipt) != PublishOutcome.Confirmed)
            failures.AddOrUpdate($"{receipt.Outcome}: {receipt.Detail}", 1, (_, count) => count + 1);
    }

    /// <summary>Notes a result, repeats included.</summary>
    public void Note(SpeechResult result)
    {
        if (!entries.TryGetValue(result.Id, out var entry))
            strangers.Enqueue(result.Id);
        else if (entry.Note(result))
            Interlocked.Increment(ref answered);
    }

    /// <summary>Sums up; final once nothing is sent any more and every queue is empty.</summary>
    /// <param name="dead">Dead letters found.</param>
    public LedgerReport Sum(int dead)
    {
        var all = Entries;
        var confirmed = all.Where(entry => entry.Outcome == PublishOutcome.Confirmed).ToList();
        var unknown = all.Where(entry => entry.Outcome != PublishOutcome.Confirmed).ToList();
        return new LedgerReport(
            confirmed.Count, unknown.Count, confirmed.Count(entry => entry.Answers.Count == 0), all.Sum(entry => Math.Max(0, entry.Answers.Count - 1)),
            unknown.Count(entry => entry.Answers.Count > 0), dead, all.Sum(entry => entry.Unknowns));
    }
}
