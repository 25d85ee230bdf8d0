using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TtsConsumers.Tests.Storm.Farm;

/// <summary>
/// Stands before an S3 server on loopback and makes its faults, request by request. It takes a request whole before it passes it on, so that a host killed
/// in the middle of a put leaves no half object behind: s3rver writes in place, a real store does not.
/// </summary>
/// <param name="target">The server's port.</param>
/// <param name="chance">Which requests a partial fault hits.</param>
public sealed class StoreFront(int target, Random chance) : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Lock gate = new();
    private CancellationTokenSource healed = new();
    private StoreFault fault;
    private double share;
    private Task accepting = Task.CompletedTask;

    /// <summary>Where hosts find the store.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>Begins to serve.</summary>
    public void Start()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>From now on there is a fault.</summary>
    /// <param name="what">Which.</param>
    /// <param name="ofRequests">How many requests it hits: 1 is all of them.</param>
    public void Break(StoreFault what, double ofRequests)
    {
        lock (gate)
            (fault, share) = (what, ofRequests);
    }

    /// <summary>Ends the fault; what hangs is reset.</summary>
    public void Heal()
    {
        CancellationTokenSource before;
        lock (gate)
        {
            (before, healed) = (healed, new CancellationTokenSource());
            fault = StoreFault.None;
        }
        before.Cancel();
        before.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        Heal();
        await accepting;
        healed.Dispose();
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> serving = [];
        try
        {
            while (true)
            {
                serving.RemoveAll(task => task.IsCompleted);
                serving.Add(ServeAsync(await listener.AcceptTcpClientAsync(closing.Token)));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed: an accept in flight ends in one of these.
        }
        await Task.WhenAll(serving);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await HttpRequestBytes.ReadAsync(stream, closing.Token) is not { } request)
                    return;
                var (now, over) = FaultOfThis();
                if (await AnswerAsync(now, request, over) is { } answer)
                    await stream.WriteAsync(answer, closing.Token);
                if (now is StoreFault.Refuses or StoreFault.Hangs or StoreFault.BreaksOff)
                    client.LingerState = new LingerOption(true, 0);
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
            {
                // A side went away, or the front is closing.
            }
        }
    }

    private (StoreFault Fault, CancellationToken Over) FaultOfThis()
    {
        lock (gate)
            return (fault != StoreFault.None && chance.NextDouble() < share ? fault : StoreFault.None, healed.Token);
    }

    private async Task<byte[]?> AnswerAsync(StoreFault now, HttpRequestBytes request, CancellationToken over)
    {
        switch (now)
        {
            case StoreFault.Refuses:
                return null;
            case StoreFault.Hangs:
                await Task.Delay(Timeout.InfiniteTimeSpan, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return null;
            case StoreFault.SlowDown:
                return Error(503, "SlowDown");
            case StoreFault.InternalError:
                return Error(500, "InternalError");
            case StoreFault.TooMany:
                return Error(429, "TooManyRequests");
            case StoreFault.BreaksOff:
                var whole = await PassOnAsync(request);
                return whole[..(whole.Length * 9 / 10)];
            default:
                return await PassOnAsync(request);
        }
    }

    private async Task<byte[]> PassOnAsync(HttpRequestBytes request)
    {
        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, target, closing.Token);
        var stream = server.GetStream();
        await request.WriteAsync(stream, closing.Token);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, closing.Token);
        return answer.ToArray();
    }

    private static byte[] Error(int status, string code)
    {
        var body = $"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>the storm says so</Message></Error>";
        return Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status} {code}\r\nContent-Type: application/xml\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
    }
}
