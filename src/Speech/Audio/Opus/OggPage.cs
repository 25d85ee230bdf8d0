using System.Buffers.Binary;

namespace TtsConsumers.Speech.Audio.Opus;

/// <summary>A page of an Ogg stream (RFC 3533, 6).</summary>
/// <param name="Position">The granule position: where the last packet on it ends.</param>
/// <param name="Segments">The segment table.</param>
/// <param name="Body">The packets.</param>
internal sealed record OggPage(long Position, byte[] Segments, byte[] Body)
{
    private const int HeaderBytes = 27;
    private const int ChecksumAt = 22;
    private const byte FirstPage = 2;
    private const byte LastPage = 4;

    /// <summary>A page of one short packet that takes no time.</summary>
    public static OggPage Of(byte[] packet) => new(0, [(byte)packet.Length], packet);

    /// <summary>The page as it stands in the file.</summary>
    /// <param name="serial">The stream's serial number.</param>
    /// <param name="number">The page's, from 0.</param>
    /// <param name="isLast">Whether the stream ends with it.</param>
    public byte[] ToBytes(uint serial, int number, bool isLast)
    {
        var page = new byte[HeaderBytes + Segments.Length + Body.Length];
        "OggS"u8.CopyTo(page);
        page[5] = (byte)((number == 0 ? FirstPage : 0) | (isLast ? LastPage : 0));
        BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(6), Position);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(14), serial);
        BinaryPrimitives.WriteInt32LittleEndian(page.AsSpan(18), number);
        page[26] = (byte)Segments.Length;
        Segments.CopyTo(page, HeaderBytes);
        Body.CopyTo(page, HeaderBytes + Segments.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(ChecksumAt), OggChecksum.Of(page));
        return page;
    }
}
