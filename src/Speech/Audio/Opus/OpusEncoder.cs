namespace TtsConsumers.Speech.Audio.Opus;

/// <summary>
/// Opus in Ogg (RFC 6716, RFC 7845) by libopus: frames of 20 ms at the sound's own rate. The header says how much the codec puts before the
/// sound (pre-skip), the last page how much of the last frame belongs to it, so a decoder gives back as long a sound as was put in.
/// </summary>
public sealed class OpusEncoder : IAudioEncoder
{
    private static readonly int[] Rates = [8_000, 12_000, 16_000, 24_000, 48_000];

    /// <inheritdoc/>
    public string Format => "opus";

    /// <inheritdoc/>
    public string ContentType => "audio/ogg";

    /// <inheritdoc/>
    public string Extension => "opus";

    /// <inheritdoc/>
    public string? Missing => OpusLibrary.Codec.Missing;

    /// <inheritdoc/>
    public int SampleRateFor(int sampleRate) => AudioEncoders.RateAtLeast(sampleRate, Rates);

    /// <inheritdoc/>
    public void Encode(ReadOnlySpan<short> samples, int sampleRate, PooledStream file)
    {
        AudioEncoders.RefuseNone(samples);
        OpusLibrary.Codec.Need();
        using var stream = new OpusStream(sampleRate);
        var ogg = new OggOpusFile(sampleRate, stream.Lookahead, samples.Length);
        Span<short> frame = stackalloc short[stream.FrameSamples];
        Span<byte> packet = stackalloc byte[OpusStream.LargestPacket];
        // What is put in last comes out later by the lookahead: silence behind the sound pushes it out.
        for (long at = 0; at < (long)samples.Length + stream.Lookahead; at += frame.Length)
        {
            var here = samples[(int)Math.Min(at, samples.Length)..];
            here = here[..Math.Min(here.Length, frame.Length)];
            here.CopyTo(frame);
            frame[here.Length..].Clear();
            ogg.Add(packet[..stream.Encode(frame, packet)]);
        }

        ogg.Finish(file);
    }
}
