using System.Text;

namespace TtsConsumers.Shared.Topology;

/// <summary>Reads texts from headers: bytes of UTF-8, of a bounded length. Anything else reads as absent.</summary>
public static class HeaderText
{
    // Strict: a replacement character is three bytes for one, so that a text read with them would grow with each copy until it is too long.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads one.</summary>
    /// <param name="table">The headers, or a table inside them, as the client library gives them.</param>
    /// <param name="name">The header.</param>
    /// <param name="mostBytes">The longest text, in bytes.</param>
    /// <returns><see langword="null"/> where there is no such text, or an empty one.</returns>
    public static string? Read(IDictionary<string, object?> table, string name, int mostBytes) =>
        table.TryGetValue(name, out var raw) && raw is byte[] { Length: > 0 } bytes && bytes.Length <= mostBytes ? Decode(bytes) : null;

    private static string? Decode(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
