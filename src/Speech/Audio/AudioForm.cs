using TtsConsumers.Speech.Audio.Loudness;
using TtsConsumers.Speech.Audio.Resampling;

namespace TtsConsumers.Speech.Audio;

/// <summary>What is made of the samples of a voice: their rate, their gain and their format.</summary>
public sealed record AudioForm
{
    private const int HeaderBytes = 1024;

    /// <summary>Names a form.</summary>
    /// <param name="encoder">The format.</param>
    /// <param name="sampleRate">The rate asked for, in Hz; where the format does not have it, the next higher one is taken.</param>
    /// <param name="gainDb">How much louder than the voice, in dB; one for every sound, so that fragments stay alike.</param>
    public AudioForm(IAudioEncoder encoder, int sampleRate, double gainDb = 0) =>
        (Encoder, SampleRate, GainDb) = (encoder, encoder.SampleRateFor(sampleRate), gainDb);

    /// <summary>The format.</summary>
    public IAudioEncoder Encoder { get; }

    /// <summary>The rate the sound is stored at, in Hz.</summary>
    public int SampleRate { get; }

    /// <summary>How much louder than the voice, in dB. With a gain the true peak stays at or below −1 dBTP; without, as it is.</summary>
    public double GainDb { get; }

    /// <summary>Makes the file, in pooled memory.</summary>
    /// <param name="samples">Mono, finite, at least one; ±1 is full scale, what exceeds it is limited.</param>
    /// <param name="sampleRate">Their rate, in Hz.</param>
    /// <returns>The file; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">There are no samples.</exception>
    /// <exception cref="AudioEncodingException">The format's library is missing or failed.</exception>
    public PooledStream Make(ReadOnlySpan<float> samples, int sampleRate)
    {
        if (sampleRate == SampleRate && GainDb == 0)
        {
            return Encode(samples);
        }

        var resampler = Resampler.Between(sampleRate, SampleRate, FilterShape.Transparent);
        var buffer = AudioPool.Floats.Rent(resampler.Count(samples.Length));
        try
        {
            var sound = buffer.AsSpan(0, resampler.Count(samples.Length));
            resampler.Process(samples, sound);
            Amplify(sound);
            return Encode(sound);
        }
        finally
        {
            AudioPool.Floats.Return(buffer);
        }
    }

    /// <summary>Makes the file.</summary>
    /// <param name="samples">Mono, finite, at least one; ±1 is full scale, what exceeds it is limited.</param>
    /// <param name="sampleRate">Their rate, in Hz.</param>
    /// <returns>The file's bytes.</returns>
    /// <exception cref="ArgumentException">There are no samples.</exception>
    /// <exception cref="AudioEncodingException">The format's library is missing or failed.</exception>
    public byte[] Render(ReadOnlySpan<float> samples, int sampleRate)
    {
        using var file = Make(samples, sampleRate);
        return file.Bytes.ToArray();
    }

    /// <summary>Makes the file of samples that were rounded before; at their own rate and without a gain they stay as they are.</summary>
    /// <inheritdoc cref="Render(ReadOnlySpan{float}, int)"/>
    public byte[] Render(ReadOnlySpan<short> samples, int sampleRate)
    {
        if (sampleRate == SampleRate && GainDb == 0)
        {
            using var file = Encode(samples);
            return file.Bytes.ToArray();
        }

        var sound = new float[samples.Length];
        Pcm16.Read(samples, sound);
        return Render(sound, sampleRate);
    }

    private void Amplify(Span<float> sound)
    {
        if (GainDb == 0)
        {
            return;
        }

        Decibels.Amplify(sound, GainDb);
        TruePeakLimiter.Limit(sound, SampleRate);
    }

    private PooledStream Encode(ReadOnlySpan<float> sound)
    {
        var buffer = AudioPool.Shorts.Rent(sound.Length);
        try
        {
            var pcm = buffer.AsSpan(0, sound.Length);
            Pcm16.Write(sound, pcm);
            return Encode(pcm);
        }
        finally
        {
            AudioPool.Shorts.Return(buffer);
        }
    }

    private PooledStream Encode(ReadOnlySpan<short> pcm)
    {
        // No format is larger than the samples and a header.
        var file = new PooledStream((pcm.Length * sizeof(short)) + HeaderBytes);
        try
        {
            Encoder.Encode(pcm, SampleRate, file);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
