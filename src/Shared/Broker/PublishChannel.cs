using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace TtsConsumers.Shared.Broker;

/// <summary>A connection and the one confirming channel on it. Good until something goes wrong once; then it is thrown away whole.</summary>
internal sealed class PublishChannel : IAsyncDisposable
{
    private readonly IConnection connection;
    private readonly TimeProvider time;
    private readonly long opened;
    private readonly ILogger logger;
    private IChannel? channel;
    private volatile TaskCompletionSource? unblocked;
    private int blocks;
    private int users = 1;

    private PublishChannel(IConnection connection, TimeProvider time, ILogger logger)
    {
        this.connection = connection;
        this.time = time;
        this.logger = logger;
        opened = time.GetTimestamp();
        connection.ConnectionBlockedAsync += OnBlockedAsync;
        connection.ConnectionUnblockedAsync += OnUnblockedAsync;
        connection.ConnectionShutdownAsync += OnShutdownAsync;
    }

    /// <summary>The time since it was opened.</summary>
    public TimeSpan Age => time.GetElapsedTime(opened);

    public bool IsOpen => channel is { IsOpen: true } && connection.IsOpen;

    public static async Task<PublishChannel> OpenAsync(
        BrokerConnector connector, string name, TimeProvider time, ILogger logger, CancellationToken cancellation)
    {
        var connection = await connector.OpenAsync(name, cancellation).ConfigureAwait(false);
        var opened = new PublishChannel(connection, time, logger);
        try
        {
            // (true, true) has no rate limiter: the client's own delays publishes far below its limit. In-flight publishes are bounded by the owner.
            opened.channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellation).ConfigureAwait(false);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Keeps it open for one more user, until <see cref="LeaveAsync"/>. The first is its owner.</summary>
    /// <returns><see langword="false"/> where the last user has left.</returns>
    public bool TryEnter()
    {
        for (var seen = Volatile.Read(ref users); seen > 0;)
        {
            var before = Interlocked.CompareExchange(ref users, seen + 1, seen);
            if (before == seen)
                return true;
            seen = before;
        }
        return false;
    }

    /// <summary>One user less; with the last it closes, when nothing is on its way any more.</summary>
    public async ValueTask LeaveAsync()
    {
        if (Interlocked.Decrement(ref users) == 0)
            await DisposeAsync().ConfigureAwait(false);
    }

    public async Task<PublishReceipt> PublishAsync(OutgoingMessage message, TimeSpan deadline)
    {
        try
        {
            message.Properties.Persistent = true;
            // No token: cancelling while the client waits for its confirm semaphore corrupts confirm tracking for the whole channel
            // (rabbitmq-dotnet-client #1900, 7.1.2). The deadline is not optional either: a confirm can be waited for without end (#1930).
            var publish = channel!.BasicPublishAsync(
                message.Exchange, message.RoutingKey, mandatory: true, message.Properties, message.Body, CancellationToken.None).AsTask();
            await WithinAsync(publish, deadline).ConfigureAwait(false);
            return PublishReceipt.Confirmed;
        }
        catch (PublishException error)
        {
            return error.IsReturn
                ? new(PublishOutcome.Returned, $"no queue is bound to {message.Exchange} for {message.RoutingKey}")
                : new(PublishOutcome.Refused, $"the broker refused it: a queue behind {message.Exchange}/{message.RoutingKey} is full or not available");
        }
        catch (TimeoutException)
        {
            return new(PublishOutcome.Unknown, $"no confirm within {deadline.TotalSeconds:0} s");
        }
        catch (Exception error) when (BrokerFaults.IsLoss(error))
        {
            return new(PublishOutcome.Unknown, $"the channel was lost: {error.Message}");
        }
    }

    /// <summary>The channel goes with its connection.</summary>
    public async ValueTask DisposeAsync()
    {
        OnGone();
        await connection.CloseQuietlyAsync(time).ConfigureAwait(false);
    }

    /// <summary>While the broker blocks the connection the deadline stands still: nothing is lost, the broker is short of memory or disk.</summary>
    private async Task WithinAsync(Task publish, TimeSpan deadline)
    {
        while (true)
        {
            var before = Volatile.Read(ref blocks);
            try
            {
                await publish.WaitAsync(deadline, time).ConfigureAwait(false);
                return;
            }
            catch (TimeoutException) when (unblocked is { } blocked)
            {
                await Task.WhenAny(publish, blocked.Task).ConfigureAwait(false);
            }
            catch (TimeoutException) when (Volatile.Read(ref blocks) != before)
            {
                // It was blocked for a part of the time: a whole deadline more.
            }
        }
    }

    private Task OnBlockedAsync(object sender, ConnectionBlockedEventArgs args)
    {
        Interlocked.Increment(ref blocks);
        unblocked ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        BrokerLog.Blocked(logger, connection.ClientProvidedName ?? "", args.Reason);
        return Task.CompletedTask;
    }

    private Task OnUnblockedAsync(object sender, AsyncEventArgs args)
    {
        BrokerLog.Unblocked(logger, connection.ClientProvidedName ?? "");
        OnGone();
        return Task.CompletedTask;
    }

    private Task OnShutdownAsync(object sender, ShutdownEventArgs args)
    {
        OnGone();
        return Task.CompletedTask;
    }

    private void OnGone()
    {
        unblocked?.TrySetResult();
        unblocked = null;
    }
}
