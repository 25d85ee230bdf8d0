using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client;

/// <summary>
/// Text in, speech out: publishes jobs to the farm and brings their results back. Two connections, one to publish and one to listen; both
/// are rebuilt after a broker restart, and jobs whose results may have gone to nobody meanwhile are published again under the same ids.
/// Safe for many callers at once; dispose it after the last call has ended.
/// </summary>
public sealed class SpeechClient : IAsyncDisposable
{
    private readonly SpeechClientOptions options;
    private readonly PendingJobs pending = new();
    private readonly JobPublisher publisher;
    private readonly GapRepublisher gap;
    private ResultCollector? collector;

    private SpeechClient(SpeechClientOptions options, ReplyQueue reply)
    {
        this.options = options;
        ReplySuffix = reply.Suffix;
        publisher = new JobPublisher(options, reply.Suffix);
        gap = new GapRepublisher(pending, publisher, options.Surroundings.Loggers.CreateLogger<GapRepublisher>());
    }

    /// <summary>The suffix results of this client are routed by.</summary>
    public string ReplySuffix { get; }

    /// <summary>Connects, makes the reply queue and listens.</summary>
    /// <param name="options">Broker, reply queue and patience.</param>
    /// <param name="cancellation">Ends the connecting.</param>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">An option is out of range.</exception>
    /// <exception cref="RabbitMQ.Client.Exceptions.BrokerUnreachableException">No endpoint answered. Later losses are rebuilt
    /// silently.</exception>
    /// <exception cref="FarmNotReadyException">The farm's exchanges are missing or the user may not use them.</exception>
    public static async Task<SpeechClient> ConnectAsync(SpeechClientOptions options, CancellationToken cancellation = default)
    {
        options.Validate();
        var reply = options.Reply ?? ReplyQueue.Private(options.Surroundings.Chance);
        var client = new SpeechClient(options, reply);
        try
        {
            var reception = new Reception(client.pending, options.Unclaimed, client.gap);
            client.collector = await ResultCollector.StartAsync(
                options.BrokerOptions, reply, reception, options.Surroundings, cancellation).ConfigureAwait(false);
            await client.publisher.ConnectAsync(cancellation).ConfigureAwait(false);
            return client;
        }
        catch
        {
            await client.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Publishes a job and does not wait for its result, which goes to <see cref="SpeechClientOptions.Unclaimed"/>.</summary>
    /// <inheritdoc cref="JobPublisher.PublishAsync"/>
    public Task<PublishReceipt> PublishAsync(SpeechJob job, CancellationToken cancellation = default) =>
        publisher.PublishAsync(job, cancellation);

    /// <summary>Publishes a job and waits for its result. The first one answers, <c>done</c> or <c>failed</c>.</summary>
    /// <param name="job">The job; its id must not be in work with this client already.</param>
    /// <param name="cancellation">Ends the waiting; the farm may speak the job all the same.</param>
    /// <exception cref="InvalidJobException">The job breaks a rule of the contract; nothing was sent.</exception>
    /// <exception cref="JobNotTakenException">The broker is busy or nothing is bound for jobs; the job is not there.</exception>
    /// <exception cref="TimeoutException">No result within <see cref="SpeechClientOptions.ResultWait"/>.</exception>
    public async Task<SpeechResult> SpeakAsync(SpeechJob job, CancellationToken cancellation = default)
    {
        var body = publisher.Checked(job);
        using var waiting = pending.Add(job);
        var receipt = await publisher.PublishCheckedAsync(job, body, cancellation).ConfigureAwait(false);
        if (receipt.Outcome is PublishOutcome.Refused or PublishOutcome.Returned)
            throw new JobNotTakenException(job.Id, receipt);
        try
        {
            return await waiting.Answer.WaitAsync(options.ResultWait, options.Surroundings.Time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            var arrived = receipt.Outcome == PublishOutcome.Confirmed
                ? "the broker has the job"
                : $"whether the broker has the job is unknown: {receipt.Detail}";
            throw new TimeoutException($"no result for job '{job.Id}' within {options.ResultWait}; {arrived}");
        }
    }

    /// <summary>
    /// Speaks many jobs with at most <see cref="SpeechClientOptions.MaxInFlight"/> in flight. Results of a stream come in the order of
    /// <c>stream.seq</c>, those without a stream as they come; one for each job.
    /// </summary>
    /// <param name="jobs">The jobs, read only as fast as results are taken.</param>
    /// <param name="cancellation">Ends the enumeration.</param>
    /// <remarks>
    /// A job that breaks a rule of the contract is answered here, with the <c>failed</c> result the farm would have sent.
    /// </remarks>
    /// <exception cref="JobNotTakenException">As for <see cref="SpeakAsync"/>; ends the enumeration.</exception>
    /// <exception cref="TimeoutException">As for <see cref="SpeakAsync"/>; ends the enumeration.</exception>
    public async IAsyncEnumerable<SpeechResult> SpeakManyAsync(
        IAsyncEnumerable<SpeechJob> jobs, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var run = new SpeakingRun(SpeakOrFailAsync, options.MaxInFlight);
        await foreach (var result in run.RunAsync(jobs, cancellation).ConfigureAwait(false))
            yield return result;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (collector is not null)
            await collector.DisposeAsync().ConfigureAwait(false);
        await gap.DisposeAsync().ConfigureAwait(false);
        await publisher.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<SpeechResult> SpeakOrFailAsync(SpeechJob job, CancellationToken cancellation)
    {
        try
        {
            return await SpeakAsync(job, cancellation).ConfigureAwait(false);
        }
        catch (InvalidJobException error) when (error.Problem is { } problem)
        {
            return new SpeechResult
            {
                Id = job.Id,
                Status = ResultStatus.Failed,
                Error = new ResultError(problem.Code, problem.Message, problem.Code.IsRetryable()),
                Stream = job.Stream,
                Metadata = job.Metadata,
            };
        }
    }
}
