using System.Buffers.Binary;

namespace TtsConsumers.Producer.Client.Audio;

/// <summary>Fades the first and last 3 ms of a sound, so that it begins and ends without a click whatever its samples are there.</summary>
internal static class EdgeFade
{
    private const double Seconds = 0.003;

    /// <summary>Fades.</summary>
    /// <param name="samples">The sound in whole frames, 16 bits, little-endian; changed in place. One shorter than 6 ms has shorter fades.</param>
    /// <param name="sampleRate">Frames per second.</param>
    /// <param name="channels">Samples per frame.</param>
    public static void Apply(Span<byte> samples, int sampleRate, int channels)
    {
        var frameBytes = channels * sizeof(short);
        var frames = samples.Length / frameBytes;
        var faded = Math.Min((int)(Seconds * sampleRate), frames / 2);
        for (var i = 0; i < faded; i++)
        {
            var gain = (i + 1.0) / (faded + 1);
            Scale(samples.Slice(i * frameBytes, frameBytes), gain);
            Scale(samples.Slice((frames - 1 - i) * frameBytes, frameBytes), gain);
        }
    }

    private static void Scale(Span<byte> frame, double gain)
    {
        for (; frame.Length > 0; frame = frame[sizeof(short)..])
            BinaryPrimitives.WriteInt16LittleEndian(frame, (short)Math.Round(BinaryPrimitives.ReadInt16LittleEndian(frame) * gain));
    }
}
