using System.Text;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>Reads the bytes of a text file: UTF-8 with or without its mark, UTF-16 with its mark, and GB18030, the encoding of older Chinese files.</summary>
internal static class TextBytes
{
    private const string Gb18030 = "GB18030";

    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a text.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="name">The file, for the sentence that refuses it.</param>
    /// <returns>The text, and the name of its encoding where it had to be guessed.</returns>
    /// <exception cref="CommandFailedException">It is no text in any of these encodings.</exception>
    public static (string Text, string? Guessed) Read(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return (Decode(bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, bytes[2..]) ?? throw NoText(name), null);
        if (bytes.Contains((byte)0))
            throw NoText(name);
        if (Decode(Encoding.UTF8, bytes.StartsWith(Utf8Mark) ? bytes[Utf8Mark.Length..] : bytes) is { } text)
            return (text, null);
        return (Decode(CodePagesEncodingProvider.Instance.GetEncoding(Gb18030)!, bytes) ?? throw NoText(name), Gb18030);
    }

    private static string? Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static CommandFailedException NoText(string name) => new(
        ExitCodes.Usage, $"{name} is no text in UTF-8, UTF-16 or GB18030: convert it first (iconv -f … -t UTF-8)");
}
