namespace TtsConsumers.Speech.Audio;

/// <summary>Turns samples into a file of one format.</summary>
public interface IAudioEncoder
{
    /// <summary>The format as jobs name it, lower case.</summary>
    string Format { get; }

    /// <summary>The media type of the file.</summary>
    string ContentType { get; }

    /// <summary>The file name's ending, without a dot.</summary>
    string Extension { get; }

    /// <summary>Encodes a whole audio.</summary>
    /// <param name="samples">Mono, finite; ±1 is full scale, what exceeds it is limited.</param>
    /// <param name="sampleRate">Samples per second.</param>
    /// <returns>The file's bytes; the same samples give the same bytes.</returns>
    byte[] Encode(ReadOnlySpan<float> samples, int sampleRate);
}
