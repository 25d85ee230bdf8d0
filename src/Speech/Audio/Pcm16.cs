using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace TtsConsumers.Speech.Audio;

/// <summary>Samples as signed 16-bit integers, limited and rounded.</summary>
internal static class Pcm16
{
    private const float FullScale = short.MaxValue;

    /// <summary>Rounds samples; what is too loud is limited (<see cref="Limiter"/>).</summary>
    /// <param name="samples">Mono, ±1 is full scale.</param>
    /// <param name="pcm">As many.</param>
    public static void Write(ReadOnlySpan<float> samples, Span<short> pcm)
    {
        var at = 0;
        for (; at <= samples.Length - Vector<short>.Count; at += Vector<short>.Count)
        {
            var block = samples.Slice(at, Vector<short>.Count);
            if (!TryWriteQuiet(block, pcm[at..]))
            {
                WriteLimited(block, pcm[at..]);
            }
        }

        WriteLimited(samples[at..], pcm[at..]);
    }

    /// <summary>Reads rounded samples; writing them again changes nothing below the limiter's knee.</summary>
    public static void Read(ReadOnlySpan<short> pcm, Span<float> samples)
    {
        for (var i = 0; i < pcm.Length; i++)
        {
            samples[i] = pcm[i] / FullScale;
        }
    }

    /// <summary>Writes little-endian bytes, two a sample.</summary>
    public static void WriteBytes(ReadOnlySpan<short> pcm, Span<byte> bytes)
    {
        var shorts = MemoryMarshal.Cast<byte, short>(bytes);
        if (BitConverter.IsLittleEndian)
        {
            pcm.CopyTo(shorts);
        }
        else
        {
            BinaryPrimitives.ReverseEndianness(pcm, shorts);
        }
    }

    // Almost every block is below the knee: then limiting is nothing, and the block is rounded as one.
    private static bool TryWriteQuiet(ReadOnlySpan<float> block, Span<short> pcm)
    {
        var (low, high) = (new Vector<float>(block), new Vector<float>(block[Vector<float>.Count..]));
        if (!Vector.LessThanOrEqualAll(Vector.Max(Vector.Abs(low), Vector.Abs(high)), new Vector<float>(Limiter.Knee)))
        {
            return false;
        }

        Vector.Narrow(Rounded(low), Rounded(high)).CopyTo(pcm);
        return true;
    }

    private static Vector<int> Rounded(Vector<float> samples) => Vector.ConvertToInt32Native(Vector.Round(samples * FullScale));

    private static void WriteLimited(ReadOnlySpan<float> samples, Span<short> pcm)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            pcm[i] = (short)MathF.Round(Limiter.Limit(samples[i]) * FullScale);
        }
    }
}
