namespace TtsConsumers.Speech.Audio.Opus;

/// <summary>
/// Puts packets into pages of one logical Ogg stream (RFC 3533); every packet lies whole on its page. The stream's serial number is a checksum
/// of its first page of sound, so the same sound gives the same file and two sounds that are chained have two numbers.
/// </summary>
internal sealed class OggPages
{
    private const int MostSegments = 255;
    private const int SegmentBytes = 255;

    private readonly List<OggPage> _pages = [];
    private readonly List<byte> _segments = [];
    private readonly List<byte> _body = [];

    /// <summary>Packets on the page that is not ended yet.</summary>
    public int Waiting { get; private set; }

    /// <summary>Whether a packet still fits on the page.</summary>
    /// <param name="length">Its bytes.</param>
    public bool HasRoomFor(int length) => _segments.Count + (length / SegmentBytes) + 1 <= MostSegments;

    /// <summary>Puts a packet on the page.</summary>
    public void Add(ReadOnlySpan<byte> packet)
    {
        _segments.AddRange(Enumerable.Repeat((byte)SegmentBytes, packet.Length / SegmentBytes));
        _segments.Add((byte)(packet.Length % SegmentBytes));
        _body.AddRange(packet);
        Waiting++;
    }

    /// <summary>Ends the page.</summary>
    /// <param name="position">Where in the sound it ends, in the codec's ticks.</param>
    public void End(long position)
    {
        _pages.Add(new OggPage(position, [.. _segments], [.. _body]));
        _segments.Clear();
        _body.Clear();
        Waiting = 0;
    }

    /// <summary>Puts header pages before those that were ended.</summary>
    /// <param name="file">Gets the whole stream.</param>
    /// <param name="headers">The header pages' packets.</param>
    public void WriteTo(PooledStream file, params byte[][] headers)
    {
        var serial = OggChecksum.Of(_pages[0].Body);
        OggPage[] all = [.. headers.Select(OggPage.Of), .. _pages];
        for (var i = 0; i < all.Length; i++)
        {
            file.Write(all[i].ToBytes(serial, i, isLast: i == all.Length - 1));
        }
    }
}
