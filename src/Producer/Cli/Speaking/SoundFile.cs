using System.Globalization;
using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Speech.Audio;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>Makes the file of a spoken text.</summary>
/// <param name="order">Where it goes and what it is to be.</param>
internal sealed class SoundFile(SpeakingOrder order)
{
    /// <summary>Formats other than WAV, and loudness, need the whole sound in memory, several times over.</summary>
    private const long MostBytesInMemory = 1L << 30;

    private readonly string path = Path.GetFullPath(order.Output);

    /// <summary>Refuses what can't be made on this machine, before anything is spoken.</summary>
    /// <exception cref="CommandFailedException">A library is missing; it says which.</exception>
    public void Check(int fragments)
    {
        if (!order.IsMadeByHost(fragments) && order.Encoder.Missing is { } missing)
        {
            throw new CommandFailedException(
                ExitCodes.NotReady, $"{order.Encoder.Format} can't be made on this machine: {missing}; or give --format wav");
        }
    }

    /// <summary>Writes a file that a host has made.</summary>
    public async Task<WrittenSound> WriteAsync(byte[] file, TimeSpan length, CancellationToken cancellation)
    {
        await ReplaceAsync(file, cancellation);
        return new WrittenSound(length);
    }

    /// <summary>Makes the file of a finished draft, whose samples are gone afterwards.</summary>
    /// <exception cref="CommandFailedException">It is too long for the format; its samples are kept as WAV.</exception>
    public async Task<WrittenSound> WriteAsync(Draft draft, CancellationToken cancellation)
    {
        await draft.FinishAsync(cancellation);
        if (order is { Encoder: WavEncoder, Loudness: null })
        {
            File.Move(draft.SoundPath, path, overwrite: true);
            return new WrittenSound(draft.Length);
        }
        var bytes = new FileInfo(draft.SoundPath).Length;
        if (bytes > MostBytesInMemory)
            throw TooLong(draft);
        var whole = PcmWav.Read(await File.ReadAllBytesAsync(draft.SoundPath, cancellation));
        var samples = whole.ToInt16();
        var loudness = order.Loudness?.Apply(samples, whole.SampleRate);
        await ReplaceAsync(new AudioForm(order.Encoder, whole.SampleRate).Render(samples, whole.SampleRate), cancellation);
        File.Delete(draft.SoundPath);
        return new WrittenSound(draft.Length, loudness);
    }

    /// <summary>Writes beside the place and moves, so that nobody ever finds half a file.</summary>
    private async Task ReplaceAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = $"{path}.{Environment.ProcessId}.part";
        try
        {
            await File.WriteAllBytesAsync(partial, content, cancellation);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private CommandFailedException TooLong(Draft draft)
    {
        var wav = path + ".wav";
        File.Move(draft.SoundPath, wav, overwrite: true);
        return new CommandFailedException(ExitCodes.Failed, string.Create(
            CultureInfo.InvariantCulture,
            $"{draft.Length.TotalHours:0.0} hours are too long for {order.Encoder.Format} or --loudness here, which need the whole sound in memory: "
            + $"the sound is in {wav}, and ffmpeg makes any format of it"));
    }
}
