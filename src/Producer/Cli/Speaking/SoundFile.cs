using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Speech.Audio;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>Makes the file of a spoken text.</summary>
/// <param name="order">Where it goes and what it is to be.</param>
internal sealed class SoundFile(SpeakingOrder order)
{
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

    /// <summary>Writes beside the place and moves, so that nobody ever finds half a file.</summary>
    /// <param name="spoken">At least one fragment of it is done.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public async Task<WrittenSound> WriteAsync(SpokenText spoken, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(order.Output);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = $"{path}.{Environment.ProcessId}.part";
        try
        {
            WrittenSound written;
            await using (var file = File.Create(partial))
                written = await WriteAsync(spoken, file, cancellation);
            File.Move(partial, path, overwrite: true);
            return written;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private async Task<WrittenSound> WriteAsync(SpokenText spoken, Stream file, CancellationToken cancellation)
    {
        if (order.IsMadeByHost(spoken.Fragments.Count))
        {
            await file.WriteAsync(spoken.Fragments[0].File, cancellation);
            return new WrittenSound(TimeSpan.FromSeconds(spoken.AudioSeconds));
        }
        var parts = Uniform([.. spoken.Fragments.Where(fragment => fragment.IsDone).Select(fragment => fragment.ReadWav())]);
        return order is { Encoder: WavEncoder, Loudness: null }
            ? new WrittenSound(await WavJoin.WriteAsync(parts, order.Pause, file, cancellation))
            : await EncodeAsync(parts, file, cancellation);
    }

    private async Task<WrittenSound> EncodeAsync(IReadOnlyList<PcmWav> parts, Stream file, CancellationToken cancellation)
    {
        using var joined = new MemoryStream();
        await WavJoin.WriteAsync(parts, order.Pause, joined, cancellation);
        var whole = PcmWav.Read(joined.GetBuffer().AsMemory(0, (int)joined.Length));
        var samples = whole.ToInt16();
        var loudness = order.Loudness?.Apply(samples, whole.SampleRate);
        await file.WriteAsync(new AudioForm(order.Encoder, whole.SampleRate).Render(samples, whole.SampleRate), cancellation);
        return new WrittenSound(whole.Duration, loudness);
    }

    private static IReadOnlyList<PcmWav> Uniform(IReadOnlyList<PcmWav> parts)
    {
        var rates = parts.Select(part => part.SampleRate).Distinct().ToList();
        return rates.Count == 1
            ? parts
            : throw new CommandFailedException(
                ExitCodes.Failed, $"the fragments came at {string.Join(" and ", rates)} Hz; give --rate, and all of them come at that one");
    }
}
