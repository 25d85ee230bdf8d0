using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Tests.Storm.Ledger;

namespace TtsConsumers.Tests.Storm.Traffic;

/// <summary>
/// Publishes jobs with confirms and keeps book of each. Of the jobs of whose publish nothing is known every second one is published again, under its id, and
/// the others are left alone: both is allowed, and both are compared in the end.
/// </summary>
public sealed class StormSender : IAsyncDisposable
{
    private const int MostInFlight = 64;
    private const int MostWaiting = 1500;
    private const int RefusableEvery = 40;
    private const int MostRepeats = 20;

    /// <summary>25 jobs a second.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(40);

    private readonly ConfirmedPublisher publisher;
    private readonly ResultTap results;
    private readonly ConcurrentDictionary<string, SentJob> sent = new();
    private int number;

    /// <summary>Connects with the first publish.</summary>
    /// <param name="broker">The producer's address, through a proxy.</param>
    /// <param name="results">Tells how much is answered.</param>
    public StormSender(string broker, ResultTap results)
    {
        var options = new BrokerOptions { Broker = broker, PublishSeconds = 5 };
        var connector = new BrokerConnector(options, TimeProvider.System, new Random(), NullLogger<BrokerConnector>.Instance);
        publisher = new ConfirmedPublisher(connector, options, "storm sender", TimeProvider.System, NullLogger<ConfirmedPublisher>.Instance);
        this.results = results;
    }

    /// <summary>Every job that was handed over, or may have been.</summary>
    public IReadOnlyCollection<SentJob> Sent => [.. sent.Values];

    /// <summary>The jobs behind <see cref="Sent"/>, by id.</summary>
    public ConcurrentDictionary<string, StormJob> Jobs { get; } = new();

    /// <summary>What went wrong in a way that it may not.</summary>
    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>How many publishes were confirmed.</summary>
    public int Confirmed => sent.Values.Count(job => job.Outcome == PublishOutcome.Confirmed);

    /// <summary>How many jobs are confirmed and not answered.</summary>
    public int Open => sent.Values.Count(job => job.Outcome == PublishOutcome.Confirmed && !results.IsAnswered(job.Id));

    /// <summary>Sends at a steady pace, less while too much waits for an answer.</summary>
    /// <param name="stop">Ends it, when what was begun has its receipt.</param>
    public Task FlowAsync(CancellationToken stop) => SendAllAsync(PacedAsync(stop));

    /// <summary>Sends plain jobs as fast as they are taken.</summary>
    /// <param name="count">How many.</param>
    public Task BurstAsync(int count) => SendAllAsync(Enumerable.Range(0, count).Select(_ => New(JobKind.Plain)).ToAsyncEnumerable());

    /// <summary>Sends one job of a kind, again and again until the broker has it.</summary>
    /// <returns>The job.</returns>
    public async Task<StormJob> SendAsync(JobKind kind)
    {
        var job = New(kind);
        await SendAsync(job, repeats: MostRepeats);
        return job;
    }

    public ValueTask DisposeAsync() => publisher.DisposeAsync();

    private static Task SendAllAsync(IAsyncEnumerable<StormJob> jobs, Func<StormJob, Task> send) =>
        Parallel.ForEachAsync(jobs, new ParallelOptions { MaxDegreeOfParallelism = MostInFlight }, async (job, _) => await send(job));

    private Task SendAllAsync(IAsyncEnumerable<StormJob> jobs) => SendAllAsync(jobs, job => SendAsync(job, repeats: job.Number % 2 == 0 ? MostRepeats : 0));

    private async IAsyncEnumerable<StormJob> PacedAsync([EnumeratorCancellation] CancellationToken stop)
    {
        using var step = new PeriodicTimer(Step);
        while (await NextAsync(step, stop))
        {
            if (sent.Count - results.Answered < MostWaiting)
                yield return New((number + 1) % RefusableEvery == 0 ? JobKind.Refusable : JobKind.Plain);
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer step, CancellationToken stop)
    {
        try
        {
            return await step.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private StormJob New(JobKind kind)
    {
        var job = new StormJob(kind, Interlocked.Increment(ref number));
        Jobs[job.Id] = job;
        return job;
    }

    private async Task SendAsync(StormJob job, int repeats)
    {
        for (var repeat = 0; ; repeat++)
        {
            var receipt = await PublishAsync(job);
            sent[job.Id] = new SentJob(job.Id, job.Kind, receipt.Outcome, repeat);
            if (receipt.Outcome == PublishOutcome.Confirmed || repeat == repeats)
                return;
        }
    }

    /// <summary>A publish ends in one of four outcomes. One that throws instead breaks its promise; the job then is one of whose publish nothing is known.</summary>
    private async Task<PublishReceipt> PublishAsync(StormJob job)
    {
        try
        {
            return await publisher.PublishAsync(job.Message(TimeProvider.System.GetUtcNow()), CancellationToken.None);
        }
        catch (Exception error)
        {
            Faults.Enqueue($"the publish of {job.Id} threw {error}");
            return new PublishReceipt(PublishOutcome.Unknown);
        }
    }
}
