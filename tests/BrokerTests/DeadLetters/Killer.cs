using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;

namespace TtsConsumers.Tests.BrokerTests.DeadLetters;

/// <summary>Stands where hosts stand, with their rights, and dead-letters every job at once.</summary>
internal sealed class Killer : IAsyncDisposable
{
    private readonly IConnection connection;
    private readonly Subscription subscription;
    private readonly ConfirmedPublisher publisher;
    private readonly Task killing;

    private Killer(IConnection connection, Subscription subscription, ConfirmedPublisher publisher)
    {
        this.connection = connection;
        this.subscription = subscription;
        this.publisher = publisher;
        killing = KillAllAsync();
    }

    public static async Task<Killer> StartAsync(FarmVhost farm, CancellationToken cancellation)
    {
        var connection = await FarmVhost.ConnectAsync(farm.Uris.Consumer, cancellation);
        var subscription = await Subscription.StartAsync(connection, Queues.Jobs, 10, TimeProvider.System, cancellation);
        var options = new BrokerOptions { Broker = farm.Uris.Consumer };
        var connector = new BrokerConnector(options, TimeProvider.System, new Random(1), NullLogger<BrokerConnector>.Instance);
        return new Killer(
            connection, subscription, new ConfirmedPublisher(connector, options, "killer", TimeProvider.System, NullLogger<ConfirmedPublisher>.Instance));
    }

    public async ValueTask DisposeAsync()
    {
        await subscription.DisposeAsync();
        await killing;
        await publisher.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task KillAllAsync()
    {
        await foreach (var job in subscription.Deliveries.ReadAllAsync(CancellationToken.None))
        {
            var headers = job.Headers.ForRepublish(TimeProvider.System.GetUtcNow());
            new DeadLetterHeaders(new JobProblem(ReasonCode.SynthesisFailed, "again"), TimeProvider.System.GetUtcNow(), "killer", 1).AddTo(headers);
            var properties = new BasicProperties { MessageId = job.Properties.MessageId, Headers = headers };
            var receipt = await publisher.PublishAsync(new OutgoingMessage(Exchanges.Dead, "", job.Body, properties), CancellationToken.None);
            if (receipt.Outcome != PublishOutcome.Confirmed)
                throw new InvalidOperationException($"the killer's letter was not taken: {receipt.Detail}");
            await job.AckAsync();
        }
    }
}
