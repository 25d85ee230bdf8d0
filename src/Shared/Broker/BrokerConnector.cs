using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using TtsConsumers.Shared.Broker.Screening;

namespace TtsConsumers.Shared.Broker;

/// <summary>
/// Opens connections to the broker. The client's own recovery is off: one supervisor of ours rebuilds connection, channels and consumers, so that
/// the three silent ways to stop receiving all end in the same rebuild.
/// </summary>
public sealed class BrokerConnector(BrokerOptions options, TimeProvider time, Random chance, ILogger<BrokerConnector> logger)
{
    /// <summary>The broker's own hard limit. A limit of ours below the broker's would let one large job end the connection.</summary>
    private const uint LargestMessage = 512 * 1024 * 1024;

    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Opens a connection, trying until it succeeds or is cancelled; pauses grow to <see cref="Pause.Cap"/>.</summary>
    /// <param name="name">The name the broker shows for the connection.</param>
    /// <param name="cancellation">Ends the trying.</param>
    /// <exception cref="OperationCanceledException">Cancelled before a connection was made.</exception>
    public async Task<IConnection> OpenAsync(string name, CancellationToken cancellation)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await OpenOnceAsync(name, cancellation).ConfigureAwait(false);
            }
            catch (BrokerUnreachableException error)
            {
                // What was cancelled in the middle of a handshake may surface as either.
                cancellation.ThrowIfCancellationRequested();
                var pause = Pause.After(failures, chance);
                BrokerLog.Unreachable(logger, name, Why(error), pause.TotalSeconds);
                await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Tries each endpoint once, in order.</summary>
    /// <param name="name">The name the broker shows for the connection.</param>
    /// <param name="cancellation">Ends the trying.</param>
    /// <exception cref="BrokerUnreachableException">No endpoint answered or let us in.</exception>
    public async Task<IConnection> OpenOnceAsync(string name, CancellationToken cancellation)
    {
        BrokerUnreachableException? last = null;
        foreach (var endpoint in options.Endpoints)
        {
            try
            {
                return await Factory(endpoint).CreateConnectionAsync(name, cancellation).ConfigureAwait(false);
            }
            catch (BrokerUnreachableException error)
            {
                last = error;
            }
            catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                // A handshake that breaks off half way surfaces as whatever broke it.
                last = new BrokerUnreachableException(error);
            }
        }
        throw last ?? new BrokerUnreachableException(new InvalidOperationException("TTS_BROKER names no endpoint"));
    }

    /// <summary>The innermost sentence of a failed connect: who refused and why.</summary>
    public static string Why(Exception error)
    {
        while (error.InnerException is { } inner)
            error = inner;
        return error.Message;
    }

    private ConnectionFactory Factory(Uri endpoint)
    {
        var factory = new ConnectionFactory
        {
            Uri = endpoint,
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedHeartbeat = TimeSpan.FromSeconds(options.HeartbeatSeconds),
            RequestedConnectionTimeout = HandshakeTimeout,
            SocketReadTimeout = HandshakeTimeout,
            SocketWriteTimeout = HandshakeTimeout,
            HandshakeContinuationTimeout = HandshakeTimeout,
            ContinuationTimeout = TimeSpan.FromSeconds(options.PublishSeconds),
            MaxInboundMessageBodySize = LargestMessage,
        };
        var tlsHost = factory.Ssl.Enabled ? endpoint.Host : null;
        factory.Ssl.Enabled = false;
        factory.SocketFactory = family => new ScreenedClient(new Socket(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }, tlsHost);
        return factory;
    }
}
