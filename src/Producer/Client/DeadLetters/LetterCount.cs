using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>How many letters are ready in a queue, as far as this user may ask: brokers differ in the right that needs.</summary>
internal sealed class LetterCount : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly IChannel channel;
    private readonly string queue;
    private readonly TimeProvider time;
    private bool isInVain;

    private LetterCount(IChannel channel, string queue, TimeProvider time)
    {
        this.channel = channel;
        this.queue = queue;
        this.time = time;
    }

    /// <summary>Opens a channel for the questions.</summary>
    public static async Task<LetterCount> OpenAsync(IConnection connection, string queue, TimeProvider time, CancellationToken cancellation) =>
        new(await connection.CreateChannelAsync(cancellationToken: cancellation).ConfigureAwait(false), queue, time);

    /// <summary>How many are ready now; <see langword="null"/> where this user may not ask.</summary>
    public async Task<long?> ReadyAsync(CancellationToken cancellation)
    {
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, cancellation).ConfigureAwait(false)).MessageCount;
        }
        catch (OperationInterruptedException)
        {
            // 403 closes the channel; from then on nothing can be asked.
            return null;
        }
    }

    /// <summary>
    /// Waits until as many are ready, for 2 s at most: somebody else may have taken some. After that once, and where this user may not ask, a wait is a
    /// moment.
    /// </summary>
    /// <param name="wanted">How many; <see langword="null"/> where it is not known.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task UntilAsync(long? wanted, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (!isInVain && wanted is not null && await ReadyAsync(cancellation).ConfigureAwait(false) is { } ready)
        {
            if (ready >= wanted)
                return;
            isInVain = time.GetElapsedTime(began) > Patience;
            await Task.Delay(Step, time, cancellation).ConfigureAwait(false);
        }
        await Task.Delay(Moment, time, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => channel.DisposeAsync();
}
