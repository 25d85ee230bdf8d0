using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TtsConsumers.Tests.StorageTests;

/// <summary>A server on a loopback port that reads each request's headers and answers it with the same bytes, or never.</summary>
public sealed class FaultyServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly byte[] answer;
    private readonly bool hangUp;
    private readonly Task serving;
    private int requests;

    /// <param name="answer">Sent after the headers of each request; empty for silence.</param>
    /// <param name="hangUp">Whether the connection is closed afterwards, or left hanging.</param>
    public FaultyServer(string answer, bool hangUp)
    {
        this.answer = Encoding.ASCII.GetBytes(answer);
        this.hangUp = hangUp;
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public int Requests => Volatile.Read(ref requests);

    /// <summary>The header lines of every request so far.</summary>
    public ConcurrentQueue<string> Headers { get; } = [];

    /// <summary>A whole answer of S3: a status and an error code.</summary>
    public static string Error(int status, string code)
    {
        var body = $"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>said the server</Message></Error>";
        return $"HTTP/1.1 {status} X\r\nContent-Type: application/xml\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        await serving;
        closing.Dispose();
    }

    private async Task ServeAsync()
    {
        var clients = new List<Task>();
        try
        {
            while (true)
                clients.Add(AnswerAsync(await listener.AcceptTcpClientAsync(closing.Token)));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed: an accept in flight ends in one of these.
            await Task.WhenAll(clients);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                while (await reader.ReadLineAsync(closing.Token) is { Length: > 0 } line)
                    Headers.Enqueue(line);
                Interlocked.Increment(ref requests);
                await stream.WriteAsync(answer, closing.Token);
                if (!hangUp)
                    await Task.Delay(Timeout.InfiniteTimeSpan, closing.Token);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException)
            {
                // The client went first, or the test is over.
            }
        }
    }
}
