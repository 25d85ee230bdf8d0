using System.Text.Json;
using RabbitMQ.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;
using TtsConsumers.Tests.Kit.Broker;

namespace TtsConsumers.Tests.EndToEndTests;

/// <summary>Collects the raw results of a suffix in a durable queue, repeats included.</summary>
public sealed class Results : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly IConnection connection;
    private readonly Subscription subscription;

    private Results(IConnection connection, Subscription subscription)
    {
        this.connection = connection;
        this.subscription = subscription;
    }

    public static async Task<Results> OpenAsync(string uri, string suffix, CancellationToken cancellation)
    {
        var connection = await FarmVhost.ConnectAsync(uri, cancellation);
        var queue = Queues.ReplyPrefix + suffix;
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: cancellation))
        {
            await channel.QueueDeclareAsync(
                queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" },
                cancellationToken: cancellation);
            await channel.QueueBindAsync(queue, Exchanges.Results, RoutingKeys.AllResults(suffix), cancellationToken: cancellation);
        }
        return new Results(connection, await Subscription.StartAsync(connection, queue, 200, TimeProvider.System, cancellation));
    }

    /// <summary>The next result with its message.</summary>
    public async Task<(SpeechResult Result, Delivery Message)> NextAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var message = await subscription.Deliveries.ReadAsync(patience.Token);
        await message.AckAsync();
        return (JsonSerializer.Deserialize(message.Body.Span, ContractJson.Result)!, message);
    }

    /// <summary>The last word on each id, once there are as many ids as asked.</summary>
    public async Task<(Dictionary<string, SpeechResult> ById, int Repeats)> CollectAsync(int ids, CancellationToken cancellation)
    {
        Dictionary<string, SpeechResult> byId = [];
        var repeats = 0;
        while (byId.Count < ids)
        {
            var (result, _) = await NextAsync(cancellation);
            if (byId.TryGetValue(result.Id, out var before))
                repeats++;
            if (before is not { Status: ResultStatus.Done })
                byId[result.Id] = result;
        }
        return (byId, repeats);
    }

    public async ValueTask DisposeAsync()
    {
        await subscription.DisposeAsync();
        await connection.DisposeAsync();
    }
}
