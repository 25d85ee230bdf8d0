using System.Text.Json;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client.Exceptions;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client;

/// <summary>
/// Reads results from a reply queue for as long as it lives. Each of the three silent ways to stop receiving (connection shut down, channel
/// shut down, consumer cancelled) ends in the same rebuild: a new connection, the queue made and bound again, consumed again.
/// </summary>
public sealed class ResultCollector : IAsyncDisposable
{
    private const string ConnectionName = "tts client: results";

    private readonly BrokerConnector connector;
    private readonly ReplyQueue queue;
    private readonly IResultReceiver receiver;
    private readonly Surroundings surroundings;
    private readonly ILogger logger;
    private readonly CancellationTokenSource closing = new();
    private ReplySession? session;
    private Task running = Task.CompletedTask;

    private ResultCollector(BrokerConnector connector, ReplyQueue queue, IResultReceiver receiver, Surroundings surroundings)
    {
        this.connector = connector;
        this.queue = queue;
        this.receiver = receiver;
        this.surroundings = surroundings;
        logger = surroundings.Loggers.CreateLogger<ResultCollector>();
    }

    /// <summary>Starts collecting. What is published for the queue's suffix after this returns is not missed.</summary>
    /// <param name="broker">Where the broker is.</param>
    /// <param name="queue">The queue to make, bind and read.</param>
    /// <param name="receiver">Takes the results.</param>
    /// <param name="surroundings">Clock, chance and log.</param>
    /// <param name="cancellation">Ends the starting.</param>
    /// <exception cref="BrokerUnreachableException">No endpoint answered; after the first connection a lost one is rebuilt
    /// silently.</exception>
    /// <exception cref="FarmNotReadyException">The farm's exchange is missing or the user may not do this.</exception>
    public static async Task<ResultCollector> StartAsync(
        BrokerOptions broker, ReplyQueue queue, IResultReceiver receiver, Surroundings surroundings, CancellationToken cancellation)
    {
        var (time, chance, loggers) = surroundings;
        var connector = new BrokerConnector(broker, time, chance, loggers.CreateLogger<BrokerConnector>());
        var connection = await connector.OpenOnceAsync(ConnectionName, cancellation).ConfigureAwait(false);
        var collector = new ResultCollector(connector, queue, receiver, surroundings);
        collector.session = await ReplySession.OpenAsync(connection, queue, time, cancellation).ConfigureAwait(false);
        collector.running = collector.RunAsync();
        return collector;
    }

    /// <summary>Stops collecting. What was delivered and not yet taken stays in a durable queue.</summary>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(false);
        await CloseSessionAsync().ConfigureAwait(false);
        closing.Dispose();
    }

    private async ValueTask CloseSessionAsync()
    {
        if (Interlocked.Exchange(ref session, null) is { } open)
            await open.DisposeAsync().ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        try
        {
            for (var failures = 0; ;)
            {
                failures = await DrainAsync(session!).ConfigureAwait(false) ? 0 : failures + 1;
                await CloseSessionAsync().ConfigureAwait(false);
                session = await ReopenAsync(failures).ConfigureAwait(false);
                receiver.Resumed(resultsMayBeLost: !queue.IsDurable);
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // Closing is how this loop ends.
        }
    }

    /// <summary>Hands over results until the session is lost.</summary>
    /// <returns><see langword="false"/> where the receiver threw: its result goes back with the session.</returns>
    private async Task<bool> DrainAsync(ReplySession current)
    {
        try
        {
            await foreach (var delivery in current.Deliveries(closing.Token).ConfigureAwait(false))
                await TakeAsync(delivery).ConfigureAwait(false);
            ClientLog.SessionLost(logger, queue.Suffix, await current.Lost.ConfigureAwait(false));
            return true;
        }
        catch (Exception error) when (!closing.IsCancellationRequested)
        {
            ClientLog.ReceiverFailed(logger, queue.Suffix, error);
            return false;
        }
    }

    private async Task TakeAsync(Delivery delivery)
    {
        if (Read(delivery) is { } result)
            await receiver.ReceiveAsync(result, closing.Token).ConfigureAwait(false);
        await delivery.AckAsync().ConfigureAwait(false);
    }

    /// <summary>What is not a result is told and passed over: it would come again for ever.</summary>
    private SpeechResult? Read(Delivery delivery)
    {
        try
        {
            if (delivery.Properties.Type is null or "" or JobLimits.ResultType)
                return JsonSerializer.Deserialize(delivery.Body.Span, ContractJson.Result);
            ClientLog.NotAResult(logger, queue.Suffix, $"its type is not {JobLimits.ResultType}");
        }
        catch (JsonException error)
        {
            ClientLog.NotAResult(logger, queue.Suffix, error.Message);
        }
        return null;
    }

    private async Task<ReplySession> ReopenAsync(int failures)
    {
        while (true)
        {
            if (failures > 0)
                await Task.Delay(Pause.After(failures, surroundings.Chance), surroundings.Time, closing.Token).ConfigureAwait(false);
            var connection = await connector.OpenAsync(ConnectionName, closing.Token).ConfigureAwait(false);
            try
            {
                return await ReplySession.OpenAsync(connection, queue, surroundings.Time, closing.Token).ConfigureAwait(false);
            }
            catch (Exception error) when (!closing.IsCancellationRequested)
            {
                // The broker may be half up, or the exchange not yet back; pending callers have their own deadline.
                failures++;
                ClientLog.NotReopened(logger, queue.Suffix, error.Message);
            }
        }
    }
}
