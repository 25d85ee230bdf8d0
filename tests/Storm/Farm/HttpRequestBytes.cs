using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TtsConsumers.Tests.Storm.Farm;

/// <summary>One HTTP/1.1 request as it came over the wire, whole.</summary>
/// <param name="Head">Request line and headers, without those about the connection itself.</param>
/// <param name="Body">As many bytes as Content-Length says.</param>
internal sealed record HttpRequestBytes(IReadOnlyList<string> Head, byte[] Body)
{
    private const int MostHeadBytes = 32 * 1024;

    /// <summary>Reads one request; says 100 Continue where the sender waits for it.</summary>
    /// <returns><see langword="null"/> where the connection ends before there is a whole one.</returns>
    public static async Task<HttpRequestBytes?> ReadAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var bytes = new byte[MostHeadBytes];
        var count = 0;
        int end;
        while ((end = bytes.AsSpan(0, count).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (count == bytes.Length || await stream.ReadAsync(bytes.AsMemory(count), cancellation) is not (> 0 and var read))
                return null;
            count += read;
        }
        var head = Encoding.ASCII.GetString(bytes, 0, end).Split("\r\n");
        if (Value(head, "Expect") is not null)
            await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancellation);
        var body = new byte[int.Parse(Value(head, "Content-Length") ?? "0", CultureInfo.InvariantCulture)];
        var early = bytes.AsMemory(end + 4, count - end - 4);
        early.CopyTo(body);
        await stream.ReadExactlyAsync(body.AsMemory(early.Length), cancellation);
        return new HttpRequestBytes([.. head.Where(line => !Is(line, "Expect") && !Is(line, "Connection"))], body);
    }

    /// <summary>Writes it; the connection ends with its answer.</summary>
    public async Task WriteAsync(NetworkStream stream, CancellationToken cancellation)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{string.Join("\r\n", Head)}\r\nConnection: close\r\n\r\n"), cancellation);
        await stream.WriteAsync(Body, cancellation);
    }

    private static string? Value(IEnumerable<string> head, string name) =>
        head.Where(line => Is(line, name)).Select(line => line[(name.Length + 1)..].Trim()).FirstOrDefault();

    private static bool Is(string line, string name) => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase);
}
