namespace TtsConsumers.Speech.Audio.Mp3;

/// <summary>
/// MP3 by LAME, mono, at a constant bit rate, in which every player finds its way. The first frame is LAME's tag: it says how many samples the
/// codec put before the sound and behind it, and a decoder that reads it gives back as many as were put in.
/// </summary>
public sealed class Mp3Encoder : IAudioEncoder
{
    private const int Mono = 3;
    private const int BlockSamples = 4_096;

    // lame.h: 1.25 times the samples and 7,200 bytes are enough for a call.
    private const int BlockBytes = (BlockSamples / 4 * 5) + 7_200;

    // ISO 11172-3, 13818-3 and Fraunhofer's 2.5.
    private static readonly int[] Rates = [8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];

    /// <inheritdoc/>
    public string Format => "mp3";

    /// <inheritdoc/>
    public string ContentType => "audio/mpeg";

    /// <inheritdoc/>
    public string Extension => "mp3";

    /// <inheritdoc/>
    public string? Missing => LameLibrary.Codec.Missing;

    /// <inheritdoc/>
    public int SampleRateFor(int sampleRate) => AudioEncoders.RateAtLeast(sampleRate, Rates);

    /// <inheritdoc/>
    public void Encode(ReadOnlySpan<short> samples, int sampleRate, PooledStream file)
    {
        AudioEncoders.RefuseNone(samples);
        LameLibrary.Codec.Need();
        using var encoder = LameLibrary.Codec.Given(LameLibrary.Init());
        SetUp(encoder, sampleRate);
        var block = new byte[BlockBytes];
        Encode(encoder, samples, file, block);
        Append(file, block, LameLibrary.Flush(encoder, block, block.Length));
        PutTag(encoder, file, block);
    }

    // At low bit rates LAME's presets turn a sound down, by 0.45 dB; here a format does not change how loud a sound is.
    private static void Encode(LameHandle encoder, ReadOnlySpan<short> samples, PooledStream file, byte[] block)
    {
        var full = short.MaxValue * LameLibrary.Scale(encoder);
        Span<float> part = stackalloc float[BlockSamples];
        for (var at = 0; at < samples.Length; at += BlockSamples)
        {
            var count = Math.Min(BlockSamples, samples.Length - at);
            for (var i = 0; i < count; i++)
            {
                part[i] = samples[at + i] / full;
            }

            Append(file, block, LameLibrary.Encode(encoder, part, part, count, block, block.Length));
        }
    }

    private static void SetUp(LameHandle encoder, int sampleRate)
    {
        var worked = LameLibrary.SetInSampleRate(encoder, sampleRate) == 0
            && LameLibrary.SetOutSampleRate(encoder, sampleRate) == 0
            && LameLibrary.SetChannels(encoder, 1) == 0
            && LameLibrary.SetMode(encoder, Mono) == 0
            && LameLibrary.SetBitrate(encoder, BitrateOf(sampleRate)) == 0
            && LameLibrary.InitParameters(encoder) == 0;
        if (!worked)
        {
            throw new AudioEncodingException($"LAME does not take mono at {sampleRate} Hz.");
        }
    }

    // In kb/s.
    private static int BitrateOf(int sampleRate) => sampleRate switch
    {
        <= 8_000 => 32,
        <= 16_000 => 48,
        <= 24_000 => 64,
        _ => 96,
    };

    private static void Append(PooledStream file, byte[] block, int count)
    {
        if (count < 0)
        {
            throw new AudioEncodingException($"LAME failed with {count}.");
        }

        file.Write(block, 0, count);
    }

    // LAME leaves room for it: an empty frame of the same length is the first it gave out.
    private static void PutTag(LameHandle encoder, PooledStream file, byte[] block)
    {
        var count = (int)LameLibrary.Tag(encoder, block, (nuint)block.Length);
        if (count == 0 || count > block.Length || count > file.Length)
        {
            throw new AudioEncodingException($"LAME gave no tag for a file of {file.Length} bytes.");
        }

        file.Position = 0;
        file.Write(block, 0, count);
    }
}
