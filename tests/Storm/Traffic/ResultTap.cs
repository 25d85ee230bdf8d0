using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Tests.Storm.Traffic;

/// <summary>
/// Collects every result in a durable queue, repeats too, over whatever happens to the broker. A result that the broker delivers again because our own ack
/// was lost is not a repeat of the farm's: it is told by the broker's mark and its very bytes.
/// </summary>
public sealed class ResultTap : IAsyncDisposable
{
    private const ushort Prefetch = 200;
    private const string Queue = Queues.ReplyPrefix + StormJob.ReplyTo;

    private readonly BrokerConnector connector;
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<SpeechResult> all = [];
    private readonly ConcurrentDictionary<string, List<string>> bodies = new();
    private readonly TaskCompletionSource bound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task running;
    private long lastCame = TimeProvider.System.GetTimestamp();
    private TimeSpan longestSilence;

    /// <summary>Starts to collect.</summary>
    /// <param name="broker">The producer's address.</param>
    public ResultTap(string broker)
    {
        connector = new BrokerConnector(
            new BrokerOptions { Broker = broker }, TimeProvider.System, new Random(), NullLogger<BrokerConnector>.Instance);
        running = RunAsync();
    }

    /// <summary>Completes when the queue is bound: no result is missed from then on.</summary>
    public Task Bound => bound.Task;

    /// <summary>Every result so far, in the order of their coming.</summary>
    public IReadOnlyList<SpeechResult> All => [.. all];

    /// <summary>How many jobs are answered.</summary>
    public int Answered => bodies.Count;

    /// <summary>The longest time between two results since the last <see cref="BeginListening"/>.</summary>
    public TimeSpan LongestSilence => longestSilence;

    /// <summary>Whether a job is answered.</summary>
    public bool IsAnswered(string id) => bodies.ContainsKey(id);

    /// <summary>From now on silences count.</summary>
    public void BeginListening()
    {
        Interlocked.Exchange(ref lastCame, TimeProvider.System.GetTimestamp());
        longestSilence = TimeSpan.Zero;
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await running;
        closing.Dispose();
    }

    private async Task RunAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await using var connection = await connector.OpenAsync("storm results", closing.Token);
                await BindAsync(connection);
                await using var subscription = await Subscription.StartAsync(connection, Queue, Prefetch, TimeProvider.System, closing.Token);
                bound.TrySetResult();
                await foreach (var delivery in subscription.Deliveries.ReadAllAsync(closing.Token))
                {
                    Take(delivery);
                    await delivery.AckAsync();
                }
            }
            catch (Exception error) when (BrokerFaults.IsLoss(error))
            {
                // The storm has hit this connection too, or it is over: the loop's condition tells.
            }
        }
    }

    private async Task BindAsync(IConnection connection)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: closing.Token);
        await channel.QueueDeclareAsync(
            Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" },
            cancellationToken: closing.Token);
        await channel.QueueBindAsync(Queue, Exchanges.Results, RoutingKeys.AllResults(StormJob.ReplyTo), cancellationToken: closing.Token);
    }

    private void Take(Delivery delivery)
    {
        var result = JsonSerializer.Deserialize(delivery.Body.Span, ContractJson.Result)!;
        var body = Convert.ToBase64String(delivery.Body.Span);
        var seen = bodies.GetOrAdd(result.Id, _ => []);
        if (delivery.Redelivered && seen.Contains(body))
            return;
        seen.Add(body);
        all.Enqueue(result);
        var silence = TimeProvider.System.GetElapsedTime(Interlocked.Exchange(ref lastCame, TimeProvider.System.GetTimestamp()));
        if (silence > longestSilence)
            longestSilence = silence;
    }
}
