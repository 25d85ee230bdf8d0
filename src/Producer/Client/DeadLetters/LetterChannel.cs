using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>One AMQP channel that holds up to a number of letters unacked.</summary>
internal sealed class LetterChannel
{
    private readonly IChannel channel;
    private readonly string queue;
    private readonly ChannelWriter<HeldLetter> arrived;
    private string? consumerTag;
    private int held;
    private int room;
    private volatile bool isClosing;

    private LetterChannel(IChannel channel, string queue, ushort prefetch, ChannelWriter<HeldLetter> arrived)
    {
        this.channel = channel;
        this.queue = queue;
        this.arrived = arrived;
        Prefetch = prefetch;
        room = prefetch;
        channel.ChannelShutdownAsync += (_, args) => Ended($"channel closed: {args.ReplyCode} {args.ReplyText}");
    }

    /// <summary>How many letters it holds at most.</summary>
    public ushort Prefetch { get; }

    /// <summary>How many letters it holds.</summary>
    public int Held => Volatile.Read(ref held);

    /// <summary>Whether nothing more can come here until a letter is removed.</summary>
    public bool IsFull => Held >= Volatile.Read(ref room);

    /// <summary>Opens one; nothing is read yet.</summary>
    public static async Task<LetterChannel> OpenAsync(
        IConnection connection, string queue, ushort prefetch, ChannelWriter<HeldLetter> arrived, CancellationToken cancellation)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellation).ConfigureAwait(false);
        return new LetterChannel(channel, queue, prefetch, arrived);
    }

    /// <summary>Asks for one letter.</summary>
    /// <returns>The letter and how many more are ready; <see langword="null"/> where the broker says that there is none.</returns>
    public async Task<(HeldLetter Letter, uint More)?> GetAsync(CancellationToken cancellation)
    {
        if (await channel.BasicGetAsync(queue, autoAck: false, cancellation).ConfigureAwait(false) is not { } got)
            return null;
        // A letter that was asked for does not count for the prefetch.
        Interlocked.Increment(ref room);
        return (Hold(got.DeliveryTag, got.RoutingKey, got.BasicProperties, got.Body), got.MessageCount);
    }

    /// <summary>Lets letters come, as many as fit.</summary>
    public async Task ConsumeAsync(CancellationToken cancellation)
    {
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += OnReceivedAsync;
        consumer.UnregisteredAsync += (_, _) => Ended("consumer cancelled by the broker");
        await channel.BasicQosAsync(0, Prefetch, global: false, cancellation).ConfigureAwait(false);
        consumerTag = await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellation).ConfigureAwait(false);
    }

    /// <summary>Acks one letter.</summary>
    public async Task<bool> RemoveAsync(ulong tag)
    {
        if (!channel.IsOpen)
            return false;
        try
        {
            await channel.BasicAckAsync(tag, multiple: false).ConfigureAwait(false);
            Interlocked.Decrement(ref held);
            return true;
        }
        catch (Exception error) when (error is OperationInterruptedException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Lets no more come.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        isClosing = true;
        if (consumerTag is { } tag && channel.IsOpen)
            await channel.BasicCancelAsync(tag, noWait: false, cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Gives back what was not removed, by closing: then the broker puts the letters back in their order. A nack of more than 32 at once shuffles them
    /// (seen on 3.10.8).
    /// </summary>
    public Task GiveBackAsync(CancellationToken cancellation) => channel.CloseAsync(cancellation);

    private async Task OnReceivedAsync(object sender, BasicDeliverEventArgs args)
    {
        var letter = Hold(args.DeliveryTag, args.RoutingKey, args.BasicProperties, args.Body);
        try
        {
            await arrived.WriteAsync(letter).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            // The look is over: it goes back with the rest.
        }
    }

    // The body is only valid inside the callback, so it is copied.
    private HeldLetter Hold(ulong tag, string route, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body)
    {
        Interlocked.Increment(ref held);
        return new HeldLetter(Letter.Read(route, new BasicProperties(properties), body.ToArray()), this, tag);
    }

    private Task Ended(string why)
    {
        if (!isClosing)
            arrived.TryComplete(new LettersLostException(why));
        return Task.CompletedTask;
    }
}
