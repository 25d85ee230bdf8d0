using System.Net;
using System.Net.Sockets;
using RabbitMQ.Client;

namespace TtsConsumers.Shared.Broker.Screening;

/// <summary>
/// A TCP connection whose incoming headers are screened. TLS ends here, and not in the client library, which would leave only encrypted bytes to look at.
/// </summary>
/// <param name="socket">Not yet connected; it is this client's from now on.</param>
/// <param name="tlsHost">The name that the broker's certificate must bear, or <see langword="null"/> for a connection without TLS.</param>
internal sealed class ScreenedClient(Socket socket, string? tlsHost) : TcpClientAdapter(socket)
{
    private ScreenedStream? stream;

    public override async Task ConnectAsync(IPAddress ep, int port, CancellationToken cancellationToken = default)
    {
        await base.ConnectAsync(ep, port, cancellationToken).ConfigureAwait(false);
        stream = new ScreenedStream(Client!);
        if (tlsHost is not null)
            await stream.EncryptAsync(tlsHost, cancellationToken).ConfigureAwait(false);
    }

    public override NetworkStream GetStream() => stream ?? throw new InvalidOperationException("not connected yet");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            stream?.Dispose();
        base.Dispose(disposing);
    }
}
