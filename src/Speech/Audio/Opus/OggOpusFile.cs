using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace TtsConsumers.Speech.Audio.Opus;

/// <summary>
/// An Ogg Opus file of one mono sound (RFC 7845): a page with the header, one with the comments, then pages of a second. Times in it are
/// samples at 48 kHz, whatever the sound's own rate.
/// </summary>
internal sealed class OggOpusFile
{
    private const int ClockRate = 48_000;
    private const int FrameTicks = ClockRate / 50;
    private const int PagePackets = 50;
    private const int HeaderBytes = 19;

    private readonly int _sampleRate;
    private readonly int _preSkip;
    private readonly long _end;
    private readonly OggPages _pages = new();
    private long _ticks;

    /// <summary>Begins a file.</summary>
    /// <param name="sampleRate">The sound's own rate; one that divides 48 kHz.</param>
    /// <param name="lookahead">Samples the codec puts before it.</param>
    /// <param name="count">Samples of the sound.</param>
    public OggOpusFile(int sampleRate, int lookahead, int count)
    {
        (_sampleRate, _preSkip) = (sampleRate, lookahead * (ClockRate / sampleRate));
        _end = _preSkip + ((long)count * (ClockRate / sampleRate));
    }

    /// <summary>Adds the next frame of 20 ms.</summary>
    public void Add(ReadOnlySpan<byte> packet)
    {
        if (_pages.Waiting == PagePackets || !_pages.HasRoomFor(packet.Length))
        {
            _pages.End(_ticks);
        }

        _pages.Add(packet);
        _ticks += FrameTicks;
    }

    /// <summary>Ends the last page where the sound ends, which may be before its last frame does.</summary>
    /// <param name="file">Gets the whole of it.</param>
    public void Finish(PooledStream file)
    {
        _pages.End(Math.Min(_ticks, _end));
        _pages.WriteTo(file, Header(), Comments());
    }

    private byte[] Header()
    {
        var header = new byte[HeaderBytes];
        "OpusHead"u8.CopyTo(header);
        header[8] = 1;
        header[9] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(10), (ushort)_preSkip);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), (uint)_sampleRate);
        return header;
    }

    private static byte[] Comments()
    {
        var vendor = Encoding.UTF8.GetBytes(Marshal.PtrToStringUTF8(OpusLibrary.Version())!);
        var comments = new byte[16 + vendor.Length];
        "OpusTags"u8.CopyTo(comments);
        BinaryPrimitives.WriteInt32LittleEndian(comments.AsSpan(8), vendor.Length);
        vendor.CopyTo(comments, 12);
        return comments;
    }
}
