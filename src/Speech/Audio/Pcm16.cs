using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace TtsConsumers.Speech.Audio;

/// <summary>Samples as signed 16-bit little-endian integers, limited and rounded.</summary>
internal static class Pcm16
{
    private const float FullScale = short.MaxValue;

    /// <summary>Writes samples.</summary>
    /// <param name="samples">Mono, ±1 is full scale.</param>
    /// <param name="bytes">Two bytes a sample.</param>
    public static void Write(ReadOnlySpan<float> samples, Span<byte> bytes)
    {
        var shorts = MemoryMarshal.Cast<byte, short>(bytes);
        var at = 0;
        for (; at <= samples.Length - Vector<short>.Count; at += Vector<short>.Count)
        {
            var block = samples.Slice(at, Vector<short>.Count);
            if (!TryWriteQuiet(block, shorts[at..]))
            {
                WriteLimited(block, shorts[at..]);
            }
        }

        WriteLimited(samples[at..], shorts[at..]);
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(shorts, shorts);
        }
    }

    // Almost every block is below the knee: then limiting is nothing, and the block is rounded as one.
    private static bool TryWriteQuiet(ReadOnlySpan<float> block, Span<short> shorts)
    {
        var (low, high) = (new Vector<float>(block), new Vector<float>(block[Vector<float>.Count..]));
        if (!Vector.LessThanOrEqualAll(Vector.Max(Vector.Abs(low), Vector.Abs(high)), new Vector<float>(Limiter.Knee)))
        {
            return false;
        }

        Vector.Narrow(Rounded(low), Rounded(high)).CopyTo(shorts);
        return true;
    }

    private static Vector<int> Rounded(Vector<float> samples) => Vector.ConvertToInt32Native(Vector.Round(samples * FullScale));

    private static void WriteLimited(ReadOnlySpan<float> samples, Span<short> shorts)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            shorts[i] = (short)MathF.Round(Limiter.Limit(samples[i]) * FullScale);
        }
    }
}
