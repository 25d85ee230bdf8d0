namespace TtsConsumers.Speech.Audio;

/// <summary>Turns samples into a file of one format. Safe for many callers at once.</summary>
/// <remarks>
/// Every format is made from the same 16-bit samples, so that the WAV of a sound is what the others are compared with: FLAC holds exactly its
/// samples, Opus and MP3 code exactly them.
/// </remarks>
public interface IAudioEncoder
{
    /// <summary>The format as jobs name it, lower case.</summary>
    string Format { get; }

    /// <summary>The media type of the file.</summary>
    string ContentType { get; }

    /// <summary>The file name's ending, without a dot.</summary>
    string Extension { get; }

    /// <summary>What this machine lacks to make the format and what to install, as a part of a sentence; null where it can be made.</summary>
    /// <remarks>Looked up anew as long as something is missing: a package that is installed later counts at once.</remarks>
    string? Missing { get; }

    /// <summary>The sample rate a sound is stored at: its own where the format has it, else the next higher one the format has.</summary>
    /// <param name="sampleRate">The sound's own rate, in Hz.</param>
    /// <returns>A rate <see cref="Encode"/> takes, in Hz.</returns>
    int SampleRateFor(int sampleRate);

    /// <summary>Encodes a whole audio.</summary>
    /// <param name="samples">Mono, at least one.</param>
    /// <param name="sampleRate">Samples per second; one that <see cref="SampleRateFor"/> gives.</param>
    /// <param name="file">An empty file, which is filled; the same samples give the same bytes on the same machine.</param>
    /// <exception cref="ArgumentException">There are no samples.</exception>
    /// <exception cref="AudioEncodingException">The format's library is missing or failed.</exception>
    void Encode(ReadOnlySpan<short> samples, int sampleRate, PooledStream file);
}
