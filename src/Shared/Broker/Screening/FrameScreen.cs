using System.Buffers.Binary;

namespace TtsConsumers.Shared.Broker.Screening;

/// <summary>
/// Finds the content headers in what a broker sends, however the network cuts it, and screens each before it is passed on. All else passes as it comes.
/// </summary>
public sealed class FrameScreen
{
    private const byte HeaderFrame = 2;
    private const int FrameStart = 7;
    private const int FrameEnd = 1;

    /// <summary>Far above any frame that is negotiated (RabbitMQ's is 128 KiB): what claims to be longer is not a frame, and passes.</summary>
    private const long LongestFrame = 16 * 1024 * 1024;

    private byte[] buffer = new byte[16 * 1024];
    private int start;
    private int screened;
    private int end;
    private long passing;

    /// <summary>How many bytes may be passed on.</summary>
    public int Ready => screened - start;

    /// <summary>Where the next bytes go; never empty. <see cref="Filled"/> says how many came.</summary>
    public Memory<byte> Free()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (screened, end, start) = (screened - start, end - start, 0);
        }
        if (end == buffer.Length)
            Array.Resize(ref buffer, 2 * buffer.Length);
        return buffer.AsMemory(end);
    }

    /// <summary>Takes in what was read into <see cref="Free"/>.</summary>
    /// <param name="count">Bytes; 0 is the end, after which the rest passes as it is.</param>
    public void Filled(int count)
    {
        end += count;
        if (count == 0)
            screened = end;
        while (screened < end && Advance())
        {
        }
    }

    /// <summary>Passes on what is ready.</summary>
    /// <param name="destination">Where to.</param>
    /// <returns>How many bytes; 0 when none are ready.</returns>
    public int PassOn(Span<byte> destination)
    {
        var count = Math.Min(Ready, destination.Length);
        buffer.AsSpan(start, count).CopyTo(destination);
        start += count;
        return count;
    }

    private bool Advance()
    {
        if (passing == 0 && !Begin())
            return false;
        var count = (int)Math.Min(passing, end - screened);
        screened += count;
        passing -= count;
        return true;
    }

    /// <returns>Whether the next frame may pass as far as it has come.</returns>
    private bool Begin()
    {
        var frame = buffer.AsSpan(screened, end - screened);
        if (frame.Length < FrameStart)
            return false;
        var size = (long)BinaryPrimitives.ReadUInt32BigEndian(frame[3..]);
        var whole = FrameStart + size + FrameEnd;
        if (frame[0] == HeaderFrame && whole <= LongestFrame)
        {
            if (frame.Length < whole)
                return false;
            HeaderScreen.Clean(frame.Slice(FrameStart, (int)size));
        }
        passing = whole;
        return true;
    }
}
