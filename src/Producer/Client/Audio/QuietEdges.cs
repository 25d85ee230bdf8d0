using System.Buffers.Binary;

namespace TtsConsumers.Producer.Client.Audio;

/// <summary>How many frames at the two ends of a sound are quiet: no sample in them is louder than -50 dBFS.</summary>
/// <param name="Head">Quiet frames at the start; all of them where the whole is quiet.</param>
/// <param name="Tail">Quiet frames at the end; none where the whole is quiet.</param>
internal readonly record struct QuietEdges(int Head, int Tail)
{
    /// <summary>-50 dBFS of 16-bit samples. The noise of our voices lies below -60, the softest consonants that are heard above -45.</summary>
    public const int Threshold = 104;

    /// <summary>Measures a sound.</summary>
    public static QuietEdges Of(PcmWav sound)
    {
        var bytes = sound.Samples.Span;
        var samples = bytes.Length / sizeof(short);
        var first = 0;
        while (first < samples && IsQuiet(bytes, first))
            first++;
        if (first == samples)
            return new QuietEdges(samples / sound.Channels, 0);
        var last = samples - 1;
        while (IsQuiet(bytes, last))
            last--;
        return new QuietEdges(first / sound.Channels, (samples - 1 - last) / sound.Channels);
    }

    private static bool IsQuiet(ReadOnlySpan<byte> bytes, int sample) =>
        Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(bytes[(sample * sizeof(short))..])) <= Threshold;
}
