using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;

namespace TtsConsumers.Tests.BrokerTests.Client;

/// <summary>
/// Stands where hosts stand, with their rights: takes jobs from <c>tts.jobs</c> and publishes what a test says to <c>tts.results</c>. It
/// decides the order, the repeats and the silence that a real host gives only by accident.
/// </summary>
internal sealed class Answerer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IConnection connection;
    private readonly Subscription subscription;
    private readonly ConfirmedPublisher publisher;
    private readonly CancellationTokenSource closing = new();
    private Task answering = Task.CompletedTask;

    private Answerer(IConnection connection, Subscription subscription, ConfirmedPublisher publisher)
    {
        this.connection = connection;
        this.subscription = subscription;
        this.publisher = publisher;
    }

    /// <summary>Starts taking jobs; what an earlier test has left is thrown away.</summary>
    public static async Task<Answerer> StartAsync(FarmVhost farm, CancellationToken cancellation)
    {
        await farm.Admin.DeleteAsync($"queues/{farm.Name}/{Queues.Jobs}/contents", cancellation);
        return await StartAsync(farm.Uris.Consumer, cancellation);
    }

    /// <summary>Starts taking jobs.</summary>
    public static async Task<Answerer> StartAsync(string uri, CancellationToken cancellation)
    {
        var connection = await FarmVhost.ConnectAsync(uri, cancellation);
        var subscription = await Subscription.StartAsync(connection, Queues.Jobs, 500, TimeProvider.System, cancellation);
        var options = new BrokerOptions { Broker = uri };
        var connector = new BrokerConnector(options, TimeProvider.System, new Random(1), NullLogger<BrokerConnector>.Instance);
        var publisher = new ConfirmedPublisher(connector, options, "answerer", TimeProvider.System, NullLogger<ConfirmedPublisher>.Instance);
        return new Answerer(connection, subscription, publisher);
    }

    /// <summary>The result of a job that went well.</summary>
    public static SpeechResult Done(SpeechJob job) => new()
    {
        Id = job.Id,
        Status = ResultStatus.Done,
        Audio = new ResultAudio($"file:///audio/{job.Id}.wav", "audio/wav", 44, new string('0', 64), 24000, 0),
        Stream = job.Stream,
        Metadata = job.Metadata,
    };

    /// <summary>The result of a job that did not.</summary>
    public static SpeechResult Failed(SpeechJob job) => new()
    {
        Id = job.Id,
        Status = ResultStatus.Failed,
        Error = new ResultError(ReasonCode.SynthesisFailed, "the model failed", true),
        Stream = job.Stream,
    };

    /// <summary>The job in a delivery.</summary>
    public static SpeechJob Read(Delivery delivery) => JsonSerializer.Deserialize(delivery.Body.Span, ContractJson.Job)!;

    /// <summary>Takes the next job and acks it.</summary>
    public async Task<Delivery> NextAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var delivery = await subscription.Deliveries.ReadAsync(patience.Token);
        await delivery.AckAsync();
        return delivery;
    }

    /// <summary>Publishes results for a job, in order.</summary>
    public async Task AnswerAsync(Delivery job, params SpeechResult[] results)
    {
        foreach (var result in results)
            await PublishAsync(RoutingKeys.Result(result.Status, job.Properties.ReplyTo), JsonSerializer.SerializeToUtf8Bytes(result, ContractJson.Result));
    }

    /// <summary>Publishes anything to the results exchange, again and again until the broker has it, as a host would.</summary>
    public async Task PublishAsync(string routingKey, byte[] body)
    {
        PublishReceipt receipt;
        do
        {
            var properties = new BasicProperties { Type = JobLimits.ResultType };
            receipt = await publisher.PublishAsync(new OutgoingMessage(Exchanges.Results, routingKey, body, properties), closing.Token);
        }
        while (receipt.Outcome != PublishOutcome.Confirmed);
    }

    /// <summary>From now on answers every job by itself.</summary>
    /// <param name="answer">The results of a job, in order.</param>
    public void AnswerAll(Func<SpeechJob, SpeechResult[]> answer) => AnswerAll((job, _) => answer(job));

    /// <summary>The same, with a look at the jobs' headers.</summary>
    public void AnswerAll(Func<SpeechJob, JobHeaders, SpeechResult[]> answer) => answering = AnswerAllAsync(answer);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await answering;
        await publisher.DisposeAsync();
        await subscription.DisposeAsync();
        await connection.DisposeAsync();
        closing.Dispose();
    }

    private async Task AnswerAllAsync(Func<SpeechJob, JobHeaders, SpeechResult[]> answer)
    {
        try
        {
            await foreach (var delivery in subscription.Deliveries.ReadAllAsync(closing.Token))
            {
                await AnswerAsync(delivery, answer(Read(delivery), delivery.Headers));
                await delivery.AckAsync();
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The test is over.
        }
    }
}
