using System.Buffers.Binary;

namespace TtsConsumers.Speech.Audio;

/// <summary>RIFF/WAVE, 16-bit PCM, mono: the 44-byte header of the Multimedia Programming Interface 1.0 (1991), then the samples.</summary>
public sealed class WavEncoder : IAudioEncoder
{
    private const int HeaderBytes = 44;
    private const short PcmFormat = 1;
    private const short Channels = 1;
    private const short SampleBytes = sizeof(short);

    /// <inheritdoc/>
    public string Format => "wav";

    /// <inheritdoc/>
    public string ContentType => "audio/wav";

    /// <inheritdoc/>
    public string Extension => "wav";

    /// <inheritdoc/>
    public string? Missing => null;

    /// <inheritdoc/>
    public int SampleRateFor(int sampleRate) => sampleRate;

    /// <inheritdoc/>
    public void Encode(ReadOnlySpan<short> samples, int sampleRate, PooledStream file)
    {
        AudioEncoders.RefuseNone(samples);
        var dataBytes = samples.Length * SampleBytes;
        var bytes = file.Append(HeaderBytes + dataBytes);
        WriteHeader(bytes, sampleRate, dataBytes);
        Pcm16.WriteBytes(samples, bytes[HeaderBytes..]);
    }

    private static void WriteHeader(Span<byte> header, int sampleRate, int dataBytes)
    {
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], HeaderBytes - 8 + dataBytes);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], PcmFormat);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], Channels);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], sampleRate * Channels * SampleBytes);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], Channels * SampleBytes);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 8 * SampleBytes);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[40..], dataBytes);
    }
}
