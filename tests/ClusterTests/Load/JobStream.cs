using System.Collections.Concurrent;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Tests.ClusterTests.Load;

/// <summary>
/// Publishes jobs as fast as they are answered, with so many unanswered at a time that the queue is never empty. Each is published again, under its id,
/// until the broker has confirmed it.
/// </summary>
/// <param name="name">What its ids begin with.</param>
/// <param name="broker">AMQP URIs of a producer.</param>
/// <param name="suffix">Where results are to go.</param>
/// <param name="ledger">Where everything is written down.</param>
internal sealed class JobStream(string name, string broker, string suffix, Ledger ledger) : IAsyncDisposable
{
    private const int Backlog = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // Each publish once: what is repeated here is counted here.
    private readonly JobPublisher publisher = new(new SpeechClientOptions { Broker = broker, UnknownRepeats = 0, BusyRepeats = 0 }, suffix);
    private readonly SemaphoreSlim slots = new(Backlog);
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource givingUp = new();
    private readonly ConcurrentDictionary<string, Task> onTheirWay = new();
    private Task running = Task.CompletedTask;

    /// <summary>Begins.</summary>
    public void Start() => running = RunAsync();

    /// <summary>Sends no more, and waits until all that were sent are answered.</summary>
    /// <param name="patience">How long; after it the ledger tells what is missing.</param>
    public async Task StopAsync(TimeSpan patience)
    {
        await stopping.CancelAsync();
        await running;
        givingUp.CancelAfter(patience);
        await Task.WhenAll(onTheirWay.Values);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        await publisher.DisposeAsync();
        stopping.Dispose();
        givingUp.Dispose();
        slots.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            for (var i = 0; ; i++)
            {
                await slots.WaitAsync(stopping.Token);
                var job = new SpeechJob { Id = $"{name}-{i}", Text = $"第{i}句。" };
                onTheirWay[job.Id] = SendAsync(job, ledger.Open(job.Id));
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopping is how this loop ends.
        }
    }

    private async Task SendAsync(SpeechJob job, LedgerEntry entry)
    {
        try
        {
            while (entry.Outcome != PublishOutcome.Confirmed)
                await PublishAsync(job, entry);
            await entry.First.WaitAsync(givingUp.Token);
        }
        catch (OperationCanceledException) when (givingUp.IsCancellationRequested)
        {
            // It stays in the ledger as it is.
        }
        finally
        {
            onTheirWay.TryRemove(job.Id, out _);
            slots.Release();
        }
    }

    private async Task PublishAsync(SpeechJob job, LedgerEntry entry)
    {
        ledger.Note(entry, await publisher.PublishAsync(job, givingUp.Token));
        if (entry.Outcome != PublishOutcome.Confirmed)
            await Task.Delay(Pause, givingUp.Token);
    }
}
