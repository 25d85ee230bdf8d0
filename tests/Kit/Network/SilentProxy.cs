using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace TtsConsumers.Tests.Kit.Network;

/// <summary>
/// A proxy on loopback that reads the AMQP frames a broker sends and loses those it is told to, whole. Everything else passes, heartbeats too: a silence
/// that nobody is told of.
/// </summary>
public sealed class SilentProxy : IAsyncDisposable
{
    private const int FrameHead = 7;
    private const byte Method = 1;
    private const byte ContentHead = 2;
    private const uint Deliver = 60 << 16 | 60;
    private const uint Cancel = 60 << 16 | 30;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int target;
    private readonly CancellationTokenSource closing = new();
    private readonly Task accepting;
    private int deliveriesToLose;
    private int lost;
    private volatile bool losesCancels;

    /// <param name="targetPort">The loopback port everything is passed on to.</param>
    public SilentProxy(int targetPort)
    {
        target = targetPort;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many deliveries and cancels were lost so far.</summary>
    public int Lost => Volatile.Read(ref lost);

    /// <summary>Loses the next deliveries, with their messages.</summary>
    public void LoseDeliveries(int count) => Interlocked.Exchange(ref deliveriesToLose, count);

    /// <summary>From now on loses the broker's word that it has cancelled a consumer.</summary>
    public void LoseCancels() => losesCancels = true;

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        await accepting;
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> links = [];
        try
        {
            while (true)
                links.Add(LinkAsync(await listener.AcceptTcpClientAsync(closing.Token)));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The proxy is closing.
        }
        await Task.WhenAll(links);
    }

    private async Task LinkAsync(TcpClient client)
    {
        using var server = new TcpClient();
        client.NoDelay = server.NoDelay = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, target, closing.Token);
            await await Task.WhenAny(
                client.GetStream().CopyToAsync(server.GetStream(), closing.Token), PassFramesAsync(server.GetStream(), client.GetStream()));
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
        {
            // One side is gone, or nobody listens behind the proxy; the other is closed with it.
        }
        finally
        {
            client.Dispose();
        }
    }

    private async Task PassFramesAsync(NetworkStream from, NetworkStream to)
    {
        Dictionary<ushort, ulong> contentToLose = [];
        var head = new byte[FrameHead];
        while (true)
        {
            await from.ReadExactlyAsync(head, closing.Token);
            var frame = new byte[FrameHead + BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(3)) + 1];
            head.CopyTo(frame, 0);
            await from.ReadExactlyAsync(frame.AsMemory(FrameHead), closing.Token);
            if (!IsLost(frame, contentToLose))
                await to.WriteAsync(frame, closing.Token);
        }
    }

    private bool IsLost(ReadOnlySpan<byte> frame, Dictionary<ushort, ulong> contentToLose)
    {
        var channel = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);
        var payload = frame[FrameHead..^1];
        if (frame[0] != Method)
            return IsLostContent(frame[0], channel, payload, contentToLose);
        var method = BinaryPrimitives.ReadUInt32BigEndian(payload);
        var isLost = (method == Deliver && Interlocked.Decrement(ref deliveriesToLose) >= 0) || (method == Cancel && losesCancels);
        if (!isLost)
            return false;
        Interlocked.Increment(ref lost);
        if (method == Deliver)
            contentToLose[channel] = 0;
        return true;
    }

    /// <summary>The frames of a message follow its delivery on the same channel, without another frame of that channel in between.</summary>
    private static bool IsLostContent(byte type, ushort channel, ReadOnlySpan<byte> payload, Dictionary<ushort, ulong> contentToLose)
    {
        if (!contentToLose.TryGetValue(channel, out var left))
            return false;
        left = type == ContentHead ? BinaryPrimitives.ReadUInt64BigEndian(payload[4..]) : left - (ulong)payload.Length;
        if (left == 0)
            contentToLose.Remove(channel);
        else
            contentToLose[channel] = left;
        return true;
    }
}
