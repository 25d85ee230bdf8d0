using RabbitMQ.Client;
using TtsConsumers.Producer.Client;
using TtsConsumers.Shared.Broker;

namespace TtsConsumers.Producer.Cli;

/// <summary>Makes durable reply queues ahead of the jobs whose results they take.</summary>
internal static class ReplyQueues
{
    /// <summary>Makes one if it is not there.</summary>
    public static async Task MakeAsync(CliContext context, ReplyQueue queue, CancellationToken cancellation)
    {
        var (time, chance, _) = context.Surroundings;
        var broker = new BrokerOptions { Broker = context.Settings.Broker };
        var connector = new BrokerConnector(broker, time, chance, context.Logger<BrokerConnector>());
        await using var connection = await connector.OpenOnceAsync("tts reply queue", cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        await queue.DeclareAsync(channel, cancellation);
        await connection.CloseAsync(cancellation);
    }
}
