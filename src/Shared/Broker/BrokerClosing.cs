using RabbitMQ.Client;

namespace TtsConsumers.Shared.Broker;

/// <summary>Puts away what may be half dead, without an error and without waiting for long.</summary>
/// <remarks>
/// With a silent peer RabbitMQ.Client 7.1.2 takes its continuation time-out and 5 s more to close a connection, whatever time-out it is given; then its
/// socket goes. Nobody has to wait for that.
/// </remarks>
public static class BrokerClosing
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>Closes a connection and waits at most 2 s for the broker's word.</summary>
    /// <param name="connection">The connection; nobody uses it any more.</param>
    /// <param name="time">The clock.</param>
    public static Task CloseQuietlyAsync(this IConnection connection, TimeProvider time) => WaitAsync(connection.DisposeAsync().AsTask(), time);

    /// <summary>Closes a channel and waits at most 2 s for the broker's word. Not for use inside a callback of the same channel.</summary>
    /// <param name="channel">The channel; nobody uses it any more.</param>
    /// <param name="time">The clock.</param>
    public static Task CloseQuietlyAsync(this IChannel channel, TimeProvider time) => WaitAsync(channel.DisposeAsync().AsTask(), time);

    private static async Task WaitAsync(Task closing, TimeProvider time)
    {
        try
        {
            await closing.WaitAsync(Limit, time).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It did not answer, or went away of itself.
        }
    }
}
