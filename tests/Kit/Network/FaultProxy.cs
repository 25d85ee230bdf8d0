using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TtsConsumers.Tests.Kit.Network;

/// <summary>A TCP proxy on loopback that makes a network's faults without root.</summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly IPEndPoint target;
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentDictionary<Link, bool> links = new();
    private readonly Task accepting;
    private volatile Hole? hole;
    private volatile bool down;
    private int accepted;

    /// <param name="targetPort">The loopback port everything is passed on to.</param>
    /// <param name="port">The loopback port it listens on; 0 takes a free one.</param>
    public FaultProxy(int targetPort, int port = 0)
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        target = new IPEndPoint(IPAddress.Loopback, targetPort);
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many connections were begun so far, those that were refused by <see cref="TakeDown"/> included.</summary>
    public int Accepted => Volatile.Read(ref accepted);

    /// <summary>How long each piece of up to 64 KiB is on its way, each way.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>What passes each way of each connection, in bytes a second; 0 is no limit.</summary>
    public int Bandwidth { get; set; }

    /// <summary>From now on bytes are swallowed up, silently; connections stay open and new ones are taken.</summary>
    /// <param name="ways">Those that lead nowhere.</param>
    public void Blackhole(Ways ways = Ways.Both) => hole ??= new Hole(ways);

    /// <summary>The same for the connections there are; new ones pass. So does a firewall that was restarted and has forgotten them.</summary>
    /// <param name="ways">Those that lead nowhere.</param>
    public void ForgetLinks(Ways ways = Ways.Both)
    {
        foreach (var link in links.Keys)
            link.Hole ??= new Hole(ways);
    }

    /// <summary>Ends every connection with a reset.</summary>
    public void Reset()
    {
        foreach (var link in links.Keys)
        {
            Abort(link.Client);
            Abort(link.Server);
        }
    }

    /// <summary>Ends every connection, and each new one at once, as if nobody listened.</summary>
    public void TakeDown()
    {
        down = true;
        Reset();
    }

    /// <summary>Ends the faults. What was held back before flows on; a real network would have dropped such a connection by then.</summary>
    public void Heal()
    {
        down = false;
        hole?.Close();
        hole = null;
        foreach (var link in links.Keys)
        {
            link.Hole?.Close();
            link.Hole = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        Heal();
        Reset();
        await accepting;
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> pumps = [];
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync(closing.Token);
                Interlocked.Increment(ref accepted);
                pumps.RemoveAll(pump => pump.IsCompleted);
                pumps.Add(LinkAsync(client));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The proxy is closing.
        }
        await Task.WhenAll(pumps);
    }

    private async Task LinkAsync(Socket client)
    {
        if (down)
        {
            Abort(client);
            return;
        }
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var link = new Link(client, server);
        try
        {
            await server.ConnectAsync(target, closing.Token);
            client.NoDelay = server.NoDelay = true;
            links[link] = true;
            if (down)
                Abort(client);
            await Task.WhenAny(PumpAsync(link, client, server, Ways.ToTarget), PumpAsync(link, server, client, Ways.ToClient));
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            // Nobody listens behind the proxy: the client sees its connection end.
        }
        finally
        {
            links.TryRemove(link, out _);
            client.Dispose();
        }
    }

    private async Task PumpAsync(Link link, Socket from, Socket to, Ways way)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, closing.Token) is > 0 and var count)
            {
                foreach (var swallowing in (Hole?[])[hole, link.Hole])
                {
                    if (swallowing is not null && swallowing.Ways.HasFlag(way))
                        await swallowing.Closed.WaitAsync(closing.Token);
                }
                await DelayAsync(count);
                for (var sent = 0; sent < count;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), closing.Token);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One side is gone; the other is closed with it.
        }
    }

    private async Task DelayAsync(int count)
    {
        var delay = Latency + (Bandwidth > 0 ? TimeSpan.FromSeconds((double)count / Bandwidth) : TimeSpan.Zero);
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay, closing.Token);
    }

    private static void Abort(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // Gone already.
        }
    }

    private sealed class Link(Socket client, Socket server)
    {
        private volatile Hole? hole;

        public Socket Client => client;

        public Socket Server => server;

        public Hole? Hole
        {
            get => hole;
            set => hole = value;
        }
    }

    /// <summary>Swallows bytes until it is closed.</summary>
    private sealed class Hole(Ways ways)
    {
        private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Ways Ways => ways;

        public Task Closed => closed.Task;

        public void Close() => closed.TrySetResult();
    }
}
