using System.Runtime.CompilerServices;
using System.Threading.Channels;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client;

/// <summary>Speaks many jobs with a bounded number in flight and gives their results in stream order. For one enumeration.</summary>
/// <param name="speak">Speaks one job.</param>
/// <param name="maxInFlight">Jobs taken from the source whose results are not yet with the caller. Counting those that wait for their turn
/// bounds memory too, and cannot stall: what they wait for is always among the jobs already in flight.</param>
internal sealed class SpeakingRun(Func<SpeechJob, CancellationToken, Task<SpeechResult>> speak, int maxInFlight) : IDisposable
{
    private readonly SemaphoreSlim slots = new(maxInFlight);
    private readonly StreamOrder order = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<SpeechResult> arrived = Channel.CreateBounded<SpeechResult>(maxInFlight);

    /// <summary>Runs the jobs. Leaving the enumeration early cancels those that are still waited for.</summary>
    public async IAsyncEnumerable<SpeechResult> RunAsync(
        IAsyncEnumerable<SpeechJob> jobs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var cancelled = cancellation.Register(stop.Cancel);
        var pump = PumpAsync(jobs);
        try
        {
            await foreach (var result in arrived.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                foreach (var next in order.Arrived(result))
                {
                    yield return next;
                    slots.Release();
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await pump.ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Dispose();
        slots.Dispose();
    }

    /// <summary>Never throws: how it ended is said through the channel, after the results that came before.</summary>
    private async Task PumpAsync(IAsyncEnumerable<SpeechJob> jobs)
    {
        var speaking = new List<Task>();
        try
        {
            await foreach (var job in jobs.WithCancellation(stop.Token).ConfigureAwait(false))
            {
                await slots.WaitAsync(stop.Token).ConfigureAwait(false);
                order.Announce(job);
                speaking.RemoveAll(task => task.IsCompleted);
                // Started one after the other: jobs are published in the order they come, so that the first of a stream are spoken first.
                speaking.Add(SpeakAsync(job));
            }
            await Task.WhenAll(speaking).ConfigureAwait(false);
            arrived.Writer.TryComplete();
        }
        catch (Exception error)
        {
            arrived.Writer.TryComplete(error);
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(speaking).ConfigureAwait(false);
        }
    }

    /// <summary>Never throws either; the first fault ends the run.</summary>
    private async Task SpeakAsync(SpeechJob job)
    {
        try
        {
            await arrived.Writer.WriteAsync(await speak(job, stop.Token).ConfigureAwait(false), stop.Token).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            arrived.Writer.TryComplete(error);
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }
}
