using Microsoft.Extensions.Logging;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client;

/// <summary>Publishes jobs, confirmed, and reads no results. Safe for many callers at once.</summary>
public sealed class JobPublisher : IAsyncDisposable
{
    private readonly SpeechClientOptions options;
    private readonly ConfirmedPublisher publisher;

    /// <summary>A publisher; it connects with the first job if <see cref="ConnectAsync"/> was not called before.</summary>
    /// <param name="options">Broker, patience and limits.</param>
    /// <param name="replySuffix">Where results are routed; <see langword="null"/> asks for <c>none</c>.</param>
    public JobPublisher(SpeechClientOptions options, string? replySuffix)
    {
        options.Validate();
        this.options = options;
        ReplySuffix = replySuffix;
        var (time, chance, loggers) = options.Surroundings;
        var connector = new BrokerConnector(options.BrokerOptions, time, chance, loggers.CreateLogger<BrokerConnector>());
        publisher = new ConfirmedPublisher(
            connector, options.BrokerOptions, "tts client: jobs", time, loggers.CreateLogger<ConfirmedPublisher>());
    }

    /// <summary>The suffix jobs carry as their <c>reply_to</c>.</summary>
    public string? ReplySuffix { get; }

    /// <summary>Connects ahead of the first job, trying until it succeeds or is cancelled.</summary>
    /// <param name="cancellation">Ends the trying.</param>
    public Task ConnectAsync(CancellationToken cancellation) => publisher.ConnectAsync(cancellation);

    /// <summary>
    /// Publishes a job and waits for the broker's word. While that is "unknown" or "busy" the job is published again, under the same
    /// message id, as often as the options allow; a job that arrives twice is spoken to the same audio.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellation">Ends the waiting before a publish is handed over; a job already handed over may be spoken all the
    /// same.</param>
    /// <returns>
    /// Confirmed: it will get a result. Refused: the farm is busy, nothing was kept. Returned: nothing is bound for jobs. Unknown: it may
    /// be there.
    /// </returns>
    /// <exception cref="InvalidJobException">The job breaks a rule of the contract; nothing was sent.</exception>
    public async Task<PublishReceipt> PublishAsync(SpeechJob job, CancellationToken cancellation) =>
        await SendAsync(job, Checked(job), options.LookFirst, cancellation).ConfigureAwait(false);

    /// <summary>The same for a job that was checked.</summary>
    /// <param name="job">The job.</param>
    /// <param name="body">What <see cref="Checked"/> made of it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    internal Task<PublishReceipt> PublishCheckedAsync(SpeechJob job, byte[] body, CancellationToken cancellation) =>
        SendAsync(job, body, options.LookFirst, cancellation);

    /// <summary>The same for a job that may have been spoken before.</summary>
    internal async Task<PublishReceipt> RepublishAsync(SpeechJob job, CancellationToken cancellation) =>
        await SendAsync(job, Checked(job), lookFirst: true, cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => publisher.DisposeAsync();

    /// <summary>Checks a job as the farm would.</summary>
    /// <returns>Its body.</returns>
    /// <exception cref="InvalidJobException">It breaks a rule.</exception>
    internal byte[] Checked(SpeechJob job)
    {
        if (JobRules.Check(job, options.TextScalars) is { } problem)
            throw new InvalidJobException(job.Id, problem);
        var body = JobMessage.Body(job);
        if (body.Length <= JobLimits.BodyBytes)
            return body;
        var tooLarge = new JobProblem(ReasonCode.Malformed, $"the body has {body.Length} bytes; the limit is {JobLimits.BodyBytes}");
        throw new InvalidJobException(job.Id, tooLarge);
    }

    private async Task<PublishReceipt> SendAsync(SpeechJob job, byte[] body, bool lookFirst, CancellationToken cancellation)
    {
        using var span = ClientTelemetry.Begin(job);
        var (time, chance, _) = options.Surroundings;
        var patience = new PublishPatience(options.UnknownRepeats, options.BusyRepeats);
        while (true)
        {
            var message = JobMessage.Write(job, body, ReplySuffix, options.Priority, time.GetUtcNow(), lookFirst);
            var receipt = await publisher.PublishAsync(message, cancellation).ConfigureAwait(false);
            ClientTelemetry.Note(span, receipt.Outcome);
            if (patience.Next(receipt.Outcome, chance) is not { } pause)
                return patience.Sum(receipt);
            lookFirst |= receipt.Outcome == PublishOutcome.Unknown;
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
        }
    }
}
