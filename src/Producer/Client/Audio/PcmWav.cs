using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TtsConsumers.Producer.Client.Audio;

/// <summary>A WAV file of 16-bit PCM, taken apart.</summary>
/// <param name="SampleRate">Frames per second.</param>
/// <param name="Channels">Samples per frame.</param>
/// <param name="Samples">The frames, interleaved, little-endian, two bytes a sample.</param>
public sealed record PcmWav(int SampleRate, int Channels, ReadOnlyMemory<byte> Samples)
{
    /// <summary>Bytes of the header written before the samples.</summary>
    public const int HeaderBytes = 44;

    private const int RiffBytes = 12;
    private const int ChunkBytes = 8;
    private const int FormatBytes = 16;
    private const ushort PcmTag = 1;
    private const ushort ExtensibleTag = 0xFFFE;

    /// <summary>Bytes of one frame.</summary>
    public int FrameBytes => Channels * sizeof(short);

    /// <summary>How long it sounds.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)(Samples.Length / FrameBytes) / SampleRate);

    /// <summary>Takes a file apart; chunks that mean nothing here are passed over.</summary>
    /// <param name="file">The whole file; the samples stay a part of it.</param>
    /// <exception cref="InvalidDataException">Not a RIFF/WAVE file of 16-bit PCM, or its sizes do not fit.</exception>
    public static PcmWav Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.Length < RiffBytes || !bytes[..4].SequenceEqual("RIFF"u8) || !bytes[8..12].SequenceEqual("WAVE"u8))
            throw new InvalidDataException("not a WAV file: RIFF/WAVE is missing at its start");
        (int Rate, int Channels)? format = null;
        for (var at = RiffBytes; at + ChunkBytes <= bytes.Length;)
        {
            var name = bytes.Slice(at, 4);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            at += ChunkBytes;
            if (size > bytes.Length - at)
                throw new InvalidDataException($"a chunk at byte {at - ChunkBytes} says {size} bytes and {bytes.Length - at} are left");
            if (name.SequenceEqual("fmt "u8))
                format = Format(bytes.Slice(at, (int)size));
            if (name.SequenceEqual("data"u8) && format is var (rate, channels))
                return Whole(new PcmWav(rate, channels, file.Slice(at, (int)size)));
            at += (int)(size + (size & 1));
        }
        throw new InvalidDataException("not a complete WAV file: no format with samples after it");
    }

    /// <summary>The samples as numbers, a copy.</summary>
    public short[] ToInt16()
    {
        var numbers = MemoryMarshal.Cast<byte, short>(Samples.Span).ToArray();
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(numbers, numbers);
        return numbers;
    }

    /// <summary>The header for a number of bytes of samples in this format.</summary>
    /// <param name="dataBytes">Length of the samples that follow.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than the sizes of a WAV file can say (4 GiB).</exception>
    public byte[] Header(long dataBytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dataBytes, uint.MaxValue - HeaderBytes);
        var header = new byte[HeaderBytes];
        var rest = header.AsSpan();
        "RIFF"u8.CopyTo(rest);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[4..], (uint)(HeaderBytes - ChunkBytes + dataBytes));
        "WAVEfmt "u8.CopyTo(rest[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[16..], FormatBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[20..], PcmTag);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[22..], (ushort)Channels);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[24..], (uint)SampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[28..], (uint)(SampleRate * FrameBytes));
        BinaryPrimitives.WriteUInt16LittleEndian(rest[32..], (ushort)FrameBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(rest[34..], 8 * sizeof(short));
        "data"u8.CopyTo(rest[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[40..], (uint)dataBytes);
        return header;
    }

    private static (int Rate, int Channels) Format(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < FormatBytes)
            throw new InvalidDataException($"the format chunk has {chunk.Length} bytes; {FormatBytes} are needed");
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
        if (tag is not (PcmTag or ExtensibleTag) || bits != 8 * sizeof(short))
            throw new InvalidDataException($"only 16-bit PCM can be joined; this is format {tag} with {bits} bits");
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        return channels is 0 || rate is 0 or > 1_000_000
            ? throw new InvalidDataException($"{channels} channels at {rate} Hz cannot be")
            : ((int)rate, channels);
    }

    private static PcmWav Whole(PcmWav wav) => wav.Samples.Length % wav.FrameBytes == 0
        ? wav
        : throw new InvalidDataException($"{wav.Samples.Length} bytes are no whole number of frames of {wav.FrameBytes} bytes");
}
