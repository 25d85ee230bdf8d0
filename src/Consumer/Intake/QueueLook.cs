using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using TtsConsumers.Shared.Broker;

namespace TtsConsumers.Consumer.Intake;

/// <summary>
/// Tells again and again how many messages wait in a queue, on one channel that is kept; after a look that failed the next one opens another. For one
/// caller at a time.
/// </summary>
/// <param name="connection">The consuming connection.</param>
/// <param name="queue">The queue.</param>
/// <param name="time">The clock.</param>
public sealed class QueueLook(IConnection connection, string queue, TimeProvider time) : IAsyncDisposable
{
    private IChannel? channel;
    private bool peeks;

    /// <summary>Looks.</summary>
    /// <param name="cancellation">Ends the looking.</param>
    /// <returns>How many messages are ready: in the queue and in nobody's hands.</returns>
    /// <exception cref="OperationInterruptedException">The queue is not there, or the connection is gone.</exception>
    /// <exception cref="TimeoutException">The broker does not answer.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<uint> ReadyAsync(CancellationToken cancellation)
    {
        try
        {
            channel ??= await connection.CreateChannelAsync(cancellationToken: cancellation);
            var counting = peeks ? PeekAsync(channel, cancellation) : channel.MessageCountAsync(queue, cancellation);
            // RabbitMQ.Client 7.1.2 hears a cancelled token only when its own time-out is over.
            return await counting.WaitAsync(cancellation);
        }
        catch (OperationInterruptedException error) when (!peeks && error.ShutdownReason?.ReplyCode == Constants.AccessRefused)
        {
            // 4.2.6 and 4.3.0 want the configure right for a passive declare, which a host does not have.
            peeks = true;
            await DisposeAsync();
            return await ReadyAsync(cancellation);
        }
        catch
        {
            // The broker has closed the channel, or still owes an answer on it: the next look begins on another.
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts the channel away; a later look opens another.</summary>
    public async ValueTask DisposeAsync()
    {
        if (channel is not { } kept)
            return;
        channel = null;
        await kept.CloseQuietlyAsync(time);
    }

    /// <summary>These brokers do not count a requeue as a lost delivery, so a look is free.</summary>
    private async Task<uint> PeekAsync(IChannel kept, CancellationToken cancellation)
    {
        if (await kept.BasicGetAsync(queue, autoAck: false, cancellation) is not { } got)
            return 0;
        await kept.BasicNackAsync(got.DeliveryTag, multiple: false, requeue: true, cancellation);
        return got.MessageCount + 1;
    }
}
