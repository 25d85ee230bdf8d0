using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using TtsConsumers.Shared.Broker;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>
/// One look at a queue of letters, from the first to the last that was there when it began. Every letter is held until the end of the look and then
/// goes back to its place, unless it was removed. It needs the right to read the queue and no other.
/// </summary>
/// <remarks>
/// What is looked at can't be given back one by one: it would come again at once. One channel holds 512 letters; when they are all held another
/// opens that holds four times as many, so that a run that removes what it reads keeps few and a look at a million needs some sixty channels.
/// </remarks>
public sealed class LetterQueue : IAsyncDisposable
{
    private const ushort FirstPrefetch = 512;
    private const ushort LargestPrefetch = 16_384;
    private const int Buffer = 2048;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan GiveBackTimeout = TimeSpan.FromSeconds(30);

    private readonly IConnection connection;
    private readonly string queue;
    private readonly TimeProvider time;
    private readonly Channel<HeldLetter> arrived = Channel.CreateBounded<HeldLetter>(Buffer);
    private readonly List<LetterChannel> channels = [];

    private LetterQueue(IConnection connection, string queue, TimeProvider time)
    {
        this.connection = connection;
        this.queue = queue;
        this.time = time;
    }

    /// <summary>How many letters were there at the beginning.</summary>
    public int Count { get; private set; }

    /// <summary>How many were looked at so far.</summary>
    public int LookedAt { get; private set; }

    /// <summary>Begins a look.</summary>
    /// <param name="broker">Where the broker is, as a user who may read the queue.</param>
    /// <param name="queue">One of <see cref="Shared.Topology.Queues"/>.</param>
    /// <param name="surroundings">Clock, chance and log.</param>
    /// <param name="cancellation">Ends the beginning.</param>
    /// <exception cref="ValidationException">The broker's address is none.</exception>
    /// <exception cref="BrokerUnreachableException">No endpoint answered.</exception>
    /// <exception cref="OperationInterruptedException">The queue is not there or may not be read.</exception>
    public static async Task<LetterQueue> OpenAsync(
        BrokerOptions broker, string queue, Surroundings surroundings, CancellationToken cancellation)
    {
        Validator.ValidateObject(broker, new ValidationContext(broker), validateAllProperties: true);
        var connector = new BrokerConnector(broker, surroundings.Time, surroundings.Chance, surroundings.Loggers.CreateLogger<BrokerConnector>());
        var connection = await connector.OpenOnceAsync($"tts letters: {queue}", cancellation).ConfigureAwait(false);
        var letters = new LetterQueue(connection, queue, surroundings.Time);
        try
        {
            await letters.BeginAsync(cancellation).ConfigureAwait(false);
            return letters;
        }
        catch
        {
            await letters.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads the letters that are wanted. What comes into the queue after the beginning is not read. Once a look.</summary>
    /// <param name="isWanted">Asked once for each letter, in order.</param>
    /// <param name="max">Ends after so many; <see langword="null"/> for all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="LettersLostException">The connection, the channel or the queue is gone; every letter not removed is back.</exception>
    public async IAsyncEnumerable<HeldLetter> ReadAsync(
        Func<Letter, bool> isWanted, int? max, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var wanted = 0; LookedAt < Count && (max is null || wanted < max);)
        {
            if (await NextAsync(cancellation).ConfigureAwait(false) is not { } held)
                yield break;
            LookedAt++;
            if (!isWanted(held.Letter))
                continue;
            wanted++;
            yield return held;
        }
    }

    /// <summary>Ends the look: gives back what was not removed.</summary>
    public async ValueTask DisposeAsync()
    {
        arrived.Writer.TryComplete();
        using var patience = new CancellationTokenSource(GiveBackTimeout, time);
        try
        {
            // First nothing more may come anywhere, else what one channel gives back comes to the next.
            foreach (var channel in channels)
                await channel.StopAsync(patience.Token).ConfigureAwait(false);
            await GiveBackAsync(patience.Token).ConfigureAwait(false);
            await connection.CloseAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // A connection that is dying can't be spoken with; the broker takes back by itself what it held.
        }
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// One channel after the other, each when the letters of the one before are back. The broker notices a closed channel a moment later: several in no
    /// certain order (seen on 4.0.5), and who looked in that moment would find letters missing.
    /// </summary>
    private async Task GiveBackAsync(CancellationToken cancellation)
    {
        var count = await LetterCount.OpenAsync(connection, queue, time, cancellation).ConfigureAwait(false);
        await using (count.ConfigureAwait(false))
        {
            var back = await count.ReadyAsync(cancellation).ConfigureAwait(false);
            foreach (var channel in channels.Where(channel => channel.Held > 0))
            {
                await channel.GiveBackAsync(cancellation).ConfigureAwait(false);
                back += channel.Held;
                await count.UntilAsync(back, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The first letter tells how many follow. A passive declare would too, but some brokers want a right for it that operators lack.</summary>
    /// <remarks>It has a channel of its own: RabbitMQ 4.0 puts a letter that was asked for back behind those that came by themselves on the same one.</remarks>
    private async Task BeginAsync(CancellationToken cancellation)
    {
        var channel = await OpenChannelAsync(prefetch: 1, cancellation).ConfigureAwait(false);
        if (await channel.GetAsync(cancellation).ConfigureAwait(false) is not { } first)
            return;
        Count = (int)first.More + 1;
        await arrived.Writer.WriteAsync(first.Letter, cancellation).ConfigureAwait(false);
        await AddChannelAsync(FirstPrefetch, cancellation).ConfigureAwait(false);
    }

    private async Task<HeldLetter?> NextAsync(CancellationToken cancellation)
    {
        try
        {
            return await TakeAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationInterruptedException error)
        {
            throw new LettersLostException(error.ShutdownReason?.ReplyText ?? error.Message, error);
        }
    }

    private async Task<HeldLetter?> TakeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (arrived.Reader.TryRead(out var held))
                return held;
            if (channels[^1].IsFull)
                await AddChannelAsync((ushort)Math.Min(channels[^1].Prefetch * 4, LargestPrefetch), cancellation).ConfigureAwait(false);
            if (await WaitAsync(cancellation).ConfigureAwait(false))
                continue;
            // Letters may have been taken away since they were counted; only the broker's own word ends the look early.
            return await channels[^1].GetAsync(cancellation).ConfigureAwait(false) is { } got ? got.Letter
                : arrived.Reader.TryRead(out var late) ? late
                : null;
        }
    }

    /// <returns><see langword="false"/> where nothing came for a while.</returns>
    private async Task<bool> WaitAsync(CancellationToken cancellation)
    {
        try
        {
            return await arrived.Reader.WaitToReadAsync(cancellation).AsTask().WaitAsync(Quiet, time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>A channel that letters come to by themselves.</summary>
    private async Task AddChannelAsync(ushort prefetch, CancellationToken cancellation)
    {
        var channel = await OpenChannelAsync(prefetch, cancellation).ConfigureAwait(false);
        await channel.ConsumeAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<LetterChannel> OpenChannelAsync(ushort prefetch, CancellationToken cancellation)
    {
        var channel = await LetterChannel.OpenAsync(connection, queue, prefetch, arrived.Writer, cancellation).ConfigureAwait(false);
        channels.Add(channel);
        return channel;
    }
}
