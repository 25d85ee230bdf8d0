using TtsConsumers.Speech.Audio;

namespace TtsConsumers.Tests.SpeechTests.Audio;

internal static class EncodedBytes
{
    /// <summary>A whole file of its own, for tests that look into it.</summary>
    public static byte[] Encode(this IAudioEncoder encoder, ReadOnlySpan<short> samples, int sampleRate)
    {
        using var file = new PooledStream();
        encoder.Encode(samples, sampleRate, file);
        return file.Bytes.ToArray();
    }
}
