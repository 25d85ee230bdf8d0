using System.Runtime.CompilerServices;
using System.Threading.Channels;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client;

/// <summary>Speaks many jobs with a bounded number in flight and gives their results in stream order. For one enumeration.</summary>
/// <param name="speak">Speaks one job.</param>
/// <param name="maxInFlight">
/// Jobs taken from the source whose results are not yet with the caller. Counting those that wait for their turn bounds memory too, and cannot
/// stall: what they wait for is always among the jobs already in flight.
/// </param>
internal sealed class SpeakingRun(Func<SpeechJob, CancellationToken, Task<SpeechResult>> speak, int maxInFlight) : IDisposable
{
    private readonly SemaphoreSlim slots = new(maxInFlight);
    private readonly StreamOrder order = new();
    private readonly Channel<SpeechResult> arrived = Channel.CreateBounded<SpeechResult>(maxInFlight);

    /// <summary>Runs the jobs. Leaving the enumeration early cancels those that are still waited for.</summary>
    public async IAsyncEnumerable<SpeechResult> RunAsync(
        IAsyncEnumerable<SpeechJob> jobs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pump = PumpAsync(jobs, stop.Token);
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
    public void Dispose() => slots.Dispose();

    /// <summary>Never throws: how it ended is said through the channel, after the results that came before.</summary>
    private async Task PumpAsync(IAsyncEnumerable<SpeechJob> jobs, CancellationToken cancellation)
    {
        try
        {
            var bounds = new ParallelOptions { MaxDegreeOfParallelism = maxInFlight, CancellationToken = cancellation };
            await Parallel.ForEachAsync(AdmitAsync(jobs, cancellation), bounds, SpeakAsync).ConfigureAwait(false);
            arrived.Writer.Complete();
        }
        catch (Exception error)
        {
            arrived.Writer.Complete(error);
        }
    }

    private async IAsyncEnumerable<SpeechJob> AdmitAsync(
        IAsyncEnumerable<SpeechJob> jobs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var job in jobs.WithCancellation(cancellation).ConfigureAwait(false))
        {
            await slots.WaitAsync(cancellation).ConfigureAwait(false);
            order.Announce(job);
            yield return job;
        }
    }

    private async ValueTask SpeakAsync(SpeechJob job, CancellationToken cancellation) =>
        await arrived.Writer.WriteAsync(await speak(job, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
}
