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
    private readonly ConcurrentDictionary<Socket, Socket> links = new();
    private readonly Task accepting;
    private volatile TaskCompletionSource? blackhole;

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

    /// <summary>From now on bytes are swallowed up both ways, silently; connections stay open and new ones are taken.</summary>
    public void Blackhole() => blackhole ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends every connection with a reset.</summary>
    public void Reset()
    {
        foreach (var (client, server) in links)
        {
            Abort(client);
            Abort(server);
        }
    }

    /// <summary>Ends the faults. What was held back before flows on; a real network would have dropped such a connection by then.</summary>
    public void Heal()
    {
        blackhole?.TrySetResult();
        blackhole = null;
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
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await server.ConnectAsync(target, closing.Token);
            client.NoDelay = server.NoDelay = true;
            links[client] = server;
            await Task.WhenAny(PumpAsync(client, server), PumpAsync(server, client));
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            // Nobody listens behind the proxy: the client sees its connection end.
        }
        finally
        {
            links.TryRemove(client, out _);
            client.Dispose();
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, closing.Token) is > 0 and var count)
            {
                if (blackhole is { } hole)
                    await hole.Task.WaitAsync(closing.Token);
                for (var sent = 0; sent < count;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), closing.Token);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One side is gone; the other is closed with it.
        }
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
}
