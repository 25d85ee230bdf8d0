using RabbitMQ.Client;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Shared.Broker;

/// <summary>
/// One message in hand, bound to the channel that delivered it: it can be settled there and nowhere else. Once that channel is gone nothing can be
/// said any more and the broker delivers it again.
/// </summary>
public sealed class Delivery
{
    private readonly IChannel channel;
    private readonly ulong tag;

    internal Delivery(IChannel channel, ulong tag, bool redelivered, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
    {
        this.channel = channel;
        this.tag = tag;
        Redelivered = redelivered;
        Properties = properties;
        Body = body;
        ReceivedAt = receivedAt;
        // RabbitMQ 4.x lets a sender's own delivery count stand on the first delivery: it is believed only of what was delivered before.
        var headers = JobHeaders.Read(properties.Headers);
        Headers = redelivered ? headers : headers with { DeliveryCount = 0 };
    }

    /// <summary>The message's bytes, our own copy.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The message's properties, our own copy.</summary>
    public IReadOnlyBasicProperties Properties { get; }

    /// <summary>The headers that mean something.</summary>
    public JobHeaders Headers { get; }

    /// <summary>What the properties say about the job inside.</summary>
    public JobEnvelope Envelope => new(Properties.MessageId, Properties.Type, Properties.ReplyTo);

    /// <summary>Whether the broker delivered it before.</summary>
    public bool Redelivered { get; }

    /// <summary>When it came.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>Whether the channel is gone, and with it every word about this delivery.</summary>
    public bool IsGone => !channel.IsOpen;

    /// <summary>Says that the message is done with. Fire and forget: it proves nothing.</summary>
    /// <returns><see langword="false"/> where the channel is gone.</returns>
    public Task<bool> AckAsync() => SettleAsync(() => channel.BasicAckAsync(tag, multiple: false));

    /// <summary>Gives the message back to its queue.</summary>
    /// <returns><see langword="false"/> where the channel is gone.</returns>
    public Task<bool> GiveBackAsync() => SettleAsync(() => channel.BasicNackAsync(tag, multiple: false, requeue: true));

    private async Task<bool> SettleAsync(Func<ValueTask> settle)
    {
        if (IsGone)
            return false;
        try
        {
            await settle().ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (BrokerFaults.IsLoss(error))
        {
            return false;
        }
    }
}
