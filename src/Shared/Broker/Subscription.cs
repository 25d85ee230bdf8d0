using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace TtsConsumers.Shared.Broker;

/// <summary>
/// One consumer on a channel of its own. Three things end it, each silent unless watched: the connection's shutdown, the channel's shutdown, and a
/// consumer cancelled by the broker while the channel stays open. All three complete <see cref="Lost"/>; the owner disposes it and starts another.
/// </summary>
public sealed class Subscription : IAsyncDisposable
{
    private static readonly TimeSpan CancelTimeout = TimeSpan.FromSeconds(2);

    private readonly IChannel channel;
    private readonly TimeProvider time;
    private readonly Channel<Delivery> deliveries;
    private readonly TaskCompletionSource<string> lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock stopGate = new();
    private string consumerTag = "";
    private Task? stopping;

    private Subscription(IChannel channel, ushort prefetch, TimeProvider time)
    {
        this.channel = channel;
        this.time = time;
        // The broker never has more than the prefetch in flight, so a write always finds room.
        deliveries = Channel.CreateBounded<Delivery>(prefetch);
    }

    /// <summary>The deliveries, at most the prefetch at a time; completed when the subscription is lost or stopped.</summary>
    public ChannelReader<Delivery> Deliveries => deliveries.Reader;

    /// <summary>Completes with the reason when nothing will come any more.</summary>
    public Task<string> Lost => lost.Task;

    /// <summary>Opens a channel, sets its prefetch and consumes, in this order.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="prefetch">Unsettled deliveries at most.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the setting up.</param>
    /// <exception cref="RabbitMQ.Client.Exceptions.OperationInterruptedException">The queue is not there or may not be read.</exception>
    public static async Task<Subscription> StartAsync(
        IConnection connection, string queue, ushort prefetch, TimeProvider time, CancellationToken cancellation)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellation).ConfigureAwait(false);
        var subscription = new Subscription(channel, prefetch, time);
        try
        {
            await subscription.ConsumeAsync(queue, prefetch, cancellation).ConfigureAwait(false);
            return subscription;
        }
        catch
        {
            await subscription.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes the subscription for lost, at once: for an owner who knows better than the channel.</summary>
    /// <param name="why">What <see cref="Lost"/> says, unless it was lost before.</param>
    public void GiveUp(string why)
    {
        lost.TrySetResult(why);
        deliveries.Writer.TryComplete();
    }

    /// <summary>Asks the broker for no more and waits for its word. What was already delivered stays to be settled.</summary>
    public Task StopAsync()
    {
        lock (stopGate)
            return stopping ??= CancelAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GiveUp("closed here");
        await channel.CloseQuietlyAsync(time).ConfigureAwait(false);
    }

    private async Task ConsumeAsync(string queue, ushort prefetch, CancellationToken cancellation)
    {
        channel.ChannelShutdownAsync += (_, args) => Ended($"channel closed: {args.ReplyCode} {args.ReplyText}");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += OnReceivedAsync;
        consumer.UnregisteredAsync += (_, _) => Ended("consumer cancelled by the broker");
        await channel.BasicQosAsync(0, prefetch, global: false, cancellation).ConfigureAwait(false);
        consumerTag = await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellation).ConfigureAwait(false);
    }

    private async Task CancelAsync()
    {
        try
        {
            if (channel.IsOpen)
                await channel.BasicCancelAsync(consumerTag, noWait: false).WaitAsync(CancelTimeout, time).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The channel is going anyway; the broker takes back what is not settled.
        }
        deliveries.Writer.TryComplete();
    }

    private Task OnReceivedAsync(object sender, BasicDeliverEventArgs args)
    {
        // The body is only valid inside this callback, so it is copied; the properties are ours already.
        var delivery = new Delivery(
            channel, args.DeliveryTag, args.Redelivered, new BasicProperties(args.BasicProperties), args.Body.ToArray(), time.GetUtcNow());
        if (!deliveries.Writer.TryWrite(delivery))
            GiveUp("a delivery beyond the prefetch");
        return Task.CompletedTask;
    }

    private Task Ended(string why)
    {
        if (stopping is null)
            GiveUp(why);
        return Task.CompletedTask;
    }
}
