namespace TtsConsumers.Speech.Audio.Flac;

/// <summary>FLAC (RFC 9639) by libFLAC: the samples of the WAV in about half the bytes, with their number and MD5 in the header.</summary>
public sealed class FlacEncoder : IAudioEncoder
{
    private const int BlockSamples = 4096;
    private const int Bits = 16;
    private const int Level = 5;

    /// <inheritdoc/>
    public string Format => "flac";

    /// <inheritdoc/>
    public string ContentType => "audio/flac";

    /// <inheritdoc/>
    public string Extension => "flac";

    /// <inheritdoc/>
    public string? Missing => FlacLibrary.Codec.Missing;

    /// <inheritdoc/>
    public int SampleRateFor(int sampleRate) => sampleRate;

    /// <inheritdoc/>
    public void Encode(ReadOnlySpan<short> samples, int sampleRate, PooledStream file)
    {
        AudioEncoders.RefuseNone(samples);
        FlacLibrary.Codec.Need();
        var calls = new FlacFile(file);
        var (write, seek, tell) = (calls.Write, calls.Seek, calls.Tell);
        try
        {
            using var encoder = FlacLibrary.Codec.Given(FlacLibrary.New());
            SetUp(encoder, samples.Length, sampleRate);
            Check(FlacLibrary.InitStream(encoder, write, seek, tell, metadata: 0, state: 0) == 0, encoder, "begin");
            Process(encoder, samples);
            Check(FlacLibrary.Finish(encoder) != 0, encoder, "finish");
        }
        finally
        {
            // libFLAC also writes when it is deleted in the middle of a file.
            GC.KeepAlive(write);
            GC.KeepAlive(seek);
            GC.KeepAlive(tell);
        }
    }

    private static void SetUp(FlacHandle encoder, int count, int sampleRate) => Check(
        FlacLibrary.SetChannels(encoder, 1) != 0
            && FlacLibrary.SetBitsPerSample(encoder, Bits) != 0
            && FlacLibrary.SetSampleRate(encoder, (uint)sampleRate) != 0
            && FlacLibrary.SetCompressionLevel(encoder, Level) != 0
            && FlacLibrary.SetTotalSamples(encoder, (ulong)count) != 0,
        encoder,
        "set up");

    private static void Process(FlacHandle encoder, ReadOnlySpan<short> samples)
    {
        Span<int> block = stackalloc int[BlockSamples];
        for (var at = 0; at < samples.Length; at += BlockSamples)
        {
            var part = samples.Slice(at, Math.Min(BlockSamples, samples.Length - at));
            for (var i = 0; i < part.Length; i++)
            {
                block[i] = part[i];
            }

            Check(FlacLibrary.Process(encoder, block[..part.Length], (uint)part.Length) != 0, encoder, "encode");
        }
    }

    private static void Check(bool worked, FlacHandle encoder, string step)
    {
        if (!worked)
        {
            throw new AudioEncodingException($"libFLAC could not {step}; it is in state {FlacLibrary.State(encoder)}.");
        }
    }
}
