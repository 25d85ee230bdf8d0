using System.Net.Security;
using System.Net.Sockets;

namespace TtsConsumers.Shared.Broker.Screening;

/// <summary>
/// What the client library reads from and writes to: the bytes of a connection, with the headers of every message screened (<see cref="HeaderScreen"/>).
/// The library asks for a <see cref="NetworkStream"/>.
/// </summary>
/// <param name="socket">The connected socket; it belongs to its client.</param>
internal sealed class ScreenedStream(Socket socket) : NetworkStream(socket, ownsSocket: false)
{
    private readonly FrameScreen screen = new();
    private Stream line = new NetworkStream(socket, ownsSocket: false);

    /// <summary>Begins TLS, before anything else is read or written.</summary>
    /// <param name="host">The name that the broker's certificate must bear.</param>
    /// <param name="cancellation">Ends the handshake; the stream is of no use then.</param>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The certificate is not trusted, or bears another name.</exception>
    public async Task EncryptAsync(string host, CancellationToken cancellation)
    {
        var encrypted = new SslStream(line);
        line = encrypted;
        await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, cancellation).ConfigureAwait(false);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (screen.Ready == 0 && !buffer.IsEmpty)
        {
            var count = await line.ReadAsync(screen.Free(), cancellationToken).ConfigureAwait(false);
            screen.Filled(count);
            if (count == 0)
                break;
        }
        return screen.PassOn(buffer.Span);
    }

    public override int Read(Span<byte> buffer)
    {
        while (screen.Ready == 0 && !buffer.IsEmpty)
        {
            var count = line.Read(screen.Free().Span);
            screen.Filled(count);
            if (count == 0)
                break;
        }
        return screen.PassOn(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        line.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        line.WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(ReadOnlySpan<byte> buffer) => line.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => line.Write(buffer, offset, count);

    public override void WriteByte(byte value) => line.Write([value]);

    public override void Flush() => line.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => line.FlushAsync(cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            line.Dispose();
        base.Dispose(disposing);
    }
}
