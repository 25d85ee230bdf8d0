using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Producer.Client;

/// <summary>
/// One connection with its reply queue made, bound and consumed. Good until something goes wrong once; then another is opened.
/// </summary>
internal sealed class ReplySession : IAsyncDisposable
{
    private const ushort Prefetch = 128;

    private readonly IConnection connection;
    private readonly TimeProvider time;
    private Subscription? subscription;

    private ReplySession(IConnection connection, TimeProvider time)
    {
        this.connection = connection;
        this.time = time;
    }

    /// <summary>The results as they come; completed when the session is lost.</summary>
    public IAsyncEnumerable<Delivery> Deliveries(CancellationToken cancellation) => subscription!.Deliveries.ReadAllAsync(cancellation);

    /// <summary>Why it was lost; awaited after <see cref="Deliveries"/> has ended.</summary>
    public Task<string> Lost => subscription!.Lost;

    /// <summary>Makes the queue on an open connection, which belongs to the session from here on, and consumes from it.</summary>
    /// <exception cref="FarmNotReadyException">The farm's exchange is missing or the user may not do this.</exception>
    public static async Task<ReplySession> OpenAsync(
        IConnection connection, ReplyQueue queue, TimeProvider time, CancellationToken cancellation)
    {
        var session = new ReplySession(connection, time);
        try
        {
            var name = await session.DeclareAsync(queue, cancellation).ConfigureAwait(false);
            session.subscription = await Subscription.StartAsync(connection, name, Prefetch, time, cancellation).ConfigureAwait(false);
            return session;
        }
        catch (OperationInterruptedException error) when (error.ShutdownReason?.ReplyCode is Constants.NotFound or Constants.AccessRefused)
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw NotReady(queue, error);
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (subscription is not null)
            await subscription.DisposeAsync().ConfigureAwait(false);
        await connection.CloseQuietlyAsync(time).ConfigureAwait(false);
    }

    private async Task<string> DeclareAsync(ReplyQueue queue, CancellationToken cancellation)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellation).ConfigureAwait(false);
        await using (channel.ConfigureAwait(false))
            return await queue.DeclareAsync(channel, cancellation).ConfigureAwait(false);
    }

    private static FarmNotReadyException NotReady(ReplyQueue queue, OperationInterruptedException error) =>
        error.ShutdownReason!.ReplyCode == Constants.NotFound
            ? new($"exchange {Exchanges.Results} is not on this broker: provision it first (tts provision)", error)
            : new($"this user may not make and bind {Queues.ReplyPrefix}{queue.Suffix}: use a user with the producer's rights", error);
}
