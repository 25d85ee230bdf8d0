namespace TtsConsumers.Speech.Audio;

/// <summary>
/// Bare samples: 16 bits, signed, little-endian, mono, no header. The result's sample rate belongs to it.
/// </summary>
/// <remarks>
/// The media type is <c>audio/pcm</c>, as speech services use it for exactly this, and not <c>audio/L16</c>: RFC 2586 defines that as
/// big-endian, so a receiver that took it at its word would hear noise.
/// </remarks>
public sealed class PcmEncoder : IAudioEncoder
{
    /// <inheritdoc/>
    public string Format => "pcm";

    /// <inheritdoc/>
    public string ContentType => "audio/pcm";

    /// <inheritdoc/>
    public string Extension => "pcm";

    /// <inheritdoc/>
    public string? Missing => null;

    /// <inheritdoc/>
    public int SampleRateFor(int sampleRate) => sampleRate;

    /// <inheritdoc/>
    public void Encode(ReadOnlySpan<short> samples, int sampleRate, PooledStream file)
    {
        AudioEncoders.RefuseNone(samples);
        Pcm16.WriteBytes(samples, file.Append(samples.Length * sizeof(short)));
    }
}
