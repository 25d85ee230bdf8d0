using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client;

/// <summary>
/// Publishes pending jobs again, under the same ids, after a private reply queue was lost with its connection: their results may have gone
/// to nobody. The farm answers a repeat with the same audio, so one too many is harmless.
/// </summary>
internal sealed class GapRepublisher : IAsyncDisposable
{
    private readonly PendingJobs pending;
    private readonly JobPublisher publisher;
    private readonly ILogger logger;
    private readonly CancellationTokenSource closing = new();
    // One waiting request is enough: it looks at what is pending when its turn comes.
    private readonly Channel<bool> requests = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Task running;

    public GapRepublisher(PendingJobs pending, JobPublisher publisher, ILogger<GapRepublisher> logger)
    {
        this.pending = pending;
        this.publisher = publisher;
        this.logger = logger;
        running = RunAsync();
    }

    /// <summary>Asks for one round; returns at once.</summary>
    public void Ask() => requests.Writer.TryWrite(true);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(false);
        closing.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var _ in requests.Reader.ReadAllAsync(closing.Token).ConfigureAwait(false))
            {
                var jobs = pending.Unanswered();
                await Task.WhenAll(jobs.Select(RepublishAsync)).ConfigureAwait(false);
                ClientLog.Republished(logger, jobs.Count);
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // Closing is how this loop ends.
        }
    }

    private async Task RepublishAsync(SpeechJob job)
    {
        try
        {
            var receipt = await publisher.RepublishAsync(job, closing.Token).ConfigureAwait(false);
            if (receipt.Outcome != PublishOutcome.Confirmed)
                ClientLog.NotRepublished(logger, job.Id, receipt.Detail!);
        }
        catch (Exception error) when (!closing.IsCancellationRequested)
        {
            // The next round must still come; this job's caller has a deadline of its own.
            ClientLog.NotRepublished(logger, job.Id, error.Message);
        }
    }
}
