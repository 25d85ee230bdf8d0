using Microsoft.Extensions.Logging;

namespace TtsConsumers.Shared.Broker;

/// <summary>
/// Publishes mandatory, persistent and confirmed, each publish ending in one of four outcomes within a deadline. Owns one connection, apart from
/// the consuming one: a memory alarm blocks a publishing connection, and acks with it.
/// </summary>
/// <param name="connector">Opens the connection, again and again where needed.</param>
/// <param name="options">The deadline.</param>
/// <param name="name">The connection's name.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where losses are told.</param>
public sealed class ConfirmedPublisher(
    BrokerConnector connector, BrokerOptions options, string name, TimeProvider time, ILogger<ConfirmedPublisher> logger) : IAsyncDisposable
{
    /// <summary>How many publishes may wait for their confirms at once. The client's own limiter is off (see <see cref="PublishChannel"/>).</summary>
    public const int MaxInFlight = 1024;

    /// <summary>The youngest a channel is given up at after a refusal; it doubles with each, so that a full queue makes no storm of connections.</summary>
    private static readonly TimeSpan FirstPatience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim slots = new(MaxInFlight);
    private readonly SemaphoreSlim opening = new(1);
    private readonly CancellationTokenSource closing = new();
    private PublishChannel? current;
    private TimeSpan patience = FirstPatience;

    private TimeSpan Deadline => TimeSpan.FromSeconds(options.PublishSeconds);

    /// <summary>Opens the connection ahead of the first publish.</summary>
    /// <param name="cancellation">Ends the trying.</param>
    public async Task ConnectAsync(CancellationToken cancellation) => await OpenAsync(cancellation).ConfigureAwait(false);

    /// <summary>Publishes one message. Safe for many callers at once.</summary>
    /// <param name="message">The message; its properties belong to this publish alone.</param>
    /// <param name="cancellation">Ends the waiting for a connection or a free slot; never a publish that was handed over.</param>
    /// <returns>What is known of it. Without a connection within the deadline: <see cref="PublishOutcome.Unknown"/>.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before the message was handed over: it was not published.</exception>
    public async Task<PublishReceipt> PublishAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        await slots.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            while (true)
            {
                if (await TryOpenAsync(cancellation).ConfigureAwait(false) is not { } channel)
                    return new(PublishOutcome.Unknown, $"no connection to the broker within {options.PublishSeconds} s");
                if (!channel.TryEnter())
                    continue;
                return await PublishAsync(channel, message).ConfigureAwait(false);
            }
        }
        finally
        {
            slots.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref current, null) is { } channel)
            await channel.DisposeAsync().ConfigureAwait(false);
        closing.Dispose();
        slots.Dispose();
        opening.Dispose();
    }

    private async Task<PublishReceipt> PublishAsync(PublishChannel channel, OutgoingMessage message)
    {
        try
        {
            var receipt = await channel.PublishAsync(message, Deadline).ConfigureAwait(false);
            if (receipt.Outcome == PublishOutcome.Unknown)
                await DiscardAsync(channel, receipt.Detail!).ConfigureAwait(false);
            else if (receipt.Outcome == PublishOutcome.Refused)
                await RenewAsync(channel).ConfigureAwait(false);
            else
                patience = FirstPatience;
            return receipt;
        }
        finally
        {
            await channel.LeaveAsync().ConfigureAwait(false);
        }
    }

    private async Task<PublishChannel?> TryOpenAsync(CancellationToken cancellation)
    {
        if (current is { IsOpen: true } open)
            return open;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var timer = time.CreateTimer(source => ((CancellationTokenSource)source!).Cancel(), deadline, Deadline, Timeout.InfiniteTimeSpan);
        try
        {
            return await OpenAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<PublishChannel> OpenAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, closing.Token);
        await opening.WaitAsync(either.Token).ConfigureAwait(false);
        try
        {
            if (current is { IsOpen: true } open)
                return open;
            if (Interlocked.Exchange(ref current, null) is { } old)
                await old.DisposeAsync().ConfigureAwait(false);
            return current = await PublishChannel.OpenAsync(connector, name, time, logger, either.Token).ConfigureAwait(false);
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>
    /// A refusal may be the channel's: on a cluster of RabbitMQ 3.10 or 3.11, one that was opened just after the node that led a queue went down is
    /// refused everything for that queue until the node is back, while a new one finds the new leader. What is on its way on the old one ends there.
    /// </summary>
    private async Task RenewAsync(PublishChannel channel)
    {
        if (channel.Age < patience || Interlocked.CompareExchange(ref current, null, channel) != channel)
            return;
        patience = patience * 2 < LongestPatience ? patience * 2 : LongestPatience;
        BrokerLog.PublisherRenewed(logger, name);
        await channel.LeaveAsync().ConfigureAwait(false);
    }

    /// <summary>A channel with one unknown publish tells nothing sure about the others: it goes, and the next publish opens another.</summary>
    private async Task DiscardAsync(PublishChannel channel, string why)
    {
        if (Interlocked.CompareExchange(ref current, null, channel) != channel)
            return;
        BrokerLog.PublisherLost(logger, name, why);
        await channel.DisposeAsync().ConfigureAwait(false);
    }
}
