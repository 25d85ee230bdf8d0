namespace TtsConsumers.Producer.Client.Audio;

/// <summary>Puts the audio of fragments together, in the order given, with a short silence between them.</summary>
public static class WavJoin
{
    /// <summary>The pause of somebody reading on: long enough to part two sentences, short enough not to be noticed.</summary>
    public static readonly TimeSpan UsualPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Writes one WAV file.</summary>
    /// <param name="parts">At least one; all of the same rate and number of channels.</param>
    /// <param name="pause">Silence between two parts, rounded to whole frames; none before the first and after the last.</param>
    /// <param name="output">Where to; written from its position on.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <returns>How long the whole sounds.</returns>
    /// <exception cref="ArgumentException">No parts, or they differ in format.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The pause is negative, or the whole exceeds 4 GiB.</exception>
    public static async Task<TimeSpan> WriteAsync(IReadOnlyList<PcmWav> parts, TimeSpan pause, Stream output, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pause, TimeSpan.Zero);
        var first = Uniform(parts);
        var silence = new byte[(int)Math.Round(pause.TotalSeconds * first.SampleRate) * first.FrameBytes];
        var dataBytes = parts.Sum(part => (long)part.Samples.Length) + ((parts.Count - 1L) * silence.Length);
        await output.WriteAsync(first.Header(dataBytes), cancellation).ConfigureAwait(false);
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                await output.WriteAsync(silence, cancellation).ConfigureAwait(false);
            await output.WriteAsync(parts[i].Samples, cancellation).ConfigureAwait(false);
        }
        return TimeSpan.FromSeconds((double)(dataBytes / first.FrameBytes) / first.SampleRate);
    }

    private static PcmWav Uniform(IReadOnlyList<PcmWav> parts)
    {
        if (parts.Count == 0)
            throw new ArgumentException("there is nothing to join", nameof(parts));
        var first = parts[0];
        var odd = parts.FirstOrDefault(part => part.SampleRate != first.SampleRate || part.Channels != first.Channels);
        return odd is null
            ? first
            : throw new ArgumentException(
                $"parts of {first.SampleRate} Hz × {first.Channels} and {odd.SampleRate} Hz × {odd.Channels} cannot be joined", nameof(parts));
    }
}
