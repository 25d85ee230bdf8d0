namespace TtsConsumers.Speech.Audio.Opus;

/// <summary>One sound on its way through libopus, frame by frame.</summary>
internal sealed class OpusStream : IDisposable
{
    /// <summary>No packet of one frame is larger (RFC 6716, 3.4).</summary>
    public const int LargestPacket = 1_275;

    private const int FramesASecond = 50;

    // From 7 on libopus listens first and takes its coder for speech, which at these bit rates costs more than twice the work and, measured on
    // the default voice, comes 7 dB less near to the samples.
    private const int Complexity = 6;

    // opus_defines.h
    private const int ApplicationAudio = 2049;
    private const int SetBitrate = 4002;
    private const int SetComplexity = 4010;
    private const int GetLookahead = 4027;

    private readonly OpusHandle _encoder;

    /// <summary>Begins a sound.</summary>
    /// <param name="sampleRate">8, 12, 16, 24 or 48 kHz.</param>
    /// <exception cref="AudioEncodingException">libopus does not take it.</exception>
    public OpusStream(int sampleRate)
    {
        _encoder = OpusLibrary.Create(sampleRate, channels: 1, ApplicationAudio, out var error);
        Check(error);
        Check(OpusLibrary.Set(_encoder, SetBitrate, BitrateOf(sampleRate)));
        Check(OpusLibrary.Set(_encoder, SetComplexity, Complexity));
        Check(OpusLibrary.Get(_encoder, GetLookahead, out var lookahead));
        (FrameSamples, Lookahead) = (sampleRate / FramesASecond, lookahead);
    }

    /// <summary>Samples of a frame.</summary>
    public int FrameSamples { get; }

    /// <summary>How many samples later a sample comes out than it went in.</summary>
    public int Lookahead { get; }

    /// <summary>Encodes one frame.</summary>
    /// <returns>Bytes of the packet.</returns>
    /// <exception cref="AudioEncodingException">libopus failed.</exception>
    public int Encode(ReadOnlySpan<short> frame, Span<byte> packet) =>
        Check(OpusLibrary.Encode(_encoder, frame, frame.Length, packet, packet.Length));

    /// <inheritdoc/>
    public void Dispose() => _encoder.Dispose();

    // Generous for one voice: RFC 6716, 2.1.1 finds its sweet spots at 8 to 12 kb/s narrow band, 16 to 20 wide band and 28 to 40 full band.
    private static int BitrateOf(int sampleRate) => sampleRate switch
    {
        <= 8_000 => 24_000,
        <= 12_000 => 28_000,
        <= 16_000 => 32_000,
        <= 24_000 => 48_000,
        _ => 64_000,
    };

    private static int Check(int result) =>
        result >= 0 ? result : throw new AudioEncodingException($"libopus failed with {result}.");
}
