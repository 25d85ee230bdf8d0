using System.Diagnostics;
using TtsConsumers.Producer.Client;
using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Producer.Client.Text;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>Speaks one text through the farm: fragments out, results back in order, each one's audio fetched and checked.</summary>
/// <param name="context">Settings and terminal.</param>
internal sealed class Speaker(CliContext context)
{
    private const string IdAlphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>Speaks a text and writes the sound.</summary>
    /// <returns><see cref="ExitCodes.Ok"/> only where every fragment is done.</returns>
    public async Task<int> SpeakAsync(SpeakingOrder order, CancellationToken cancellation)
    {
        var fragments = Fragments.Split(order.Text);
        Check(order, fragments);
        await FarmCheck.EnsureAsync(context, context.Settings.Broker, cancellation);
        var view = new SpeakingView(context.Terminal, order);
        var spoken = await view.TrackAsync(fragments.Count, said => ListenAsync(order, fragments, said, cancellation));
        TimeSpan? written = spoken.Failed < fragments.Count ? await WriteAsync(order, spoken, cancellation) : null;
        view.Show(spoken, written);
        return spoken.Failed == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static void Check(SpeakingOrder order, IReadOnlyList<string> fragments)
    {
        if (fragments.Count == 0)
            throw new CommandFailedException(ExitCodes.Usage, "there is nothing to speak: the text has no letters and no digits");
        if (fragments.Count > 1 && order.Pattern.Format is not (null or "wav"))
        {
            throw new CommandFailedException(
                ExitCodes.Usage,
                $"the text makes {fragments.Count} fragments, and only wav can be joined; leave --format out or give a shorter text");
        }
    }

    private async Task<SpokenText> ListenAsync(
        SpeakingOrder order, IReadOnlyList<string> fragments, Action<SpokenFragment> said, CancellationToken cancellation)
    {
        var clock = context.Surroundings.Time;
        var options = context.ClientOptions with { ResultWait = order.ResultWait };
        await using var client = await SpeechClient.ConnectAsync(options, cancellation);
        using var download = new AudioDownload(context.Settings.Store);
        var start = clock.GetTimestamp();
        var spoken = new List<SpokenFragment>();
        var jobs = Fragments.ToJobs(fragments, NewStreamId(), order.Pattern);
        await foreach (var result in client.SpeakManyAsync(jobs.ToAsyncEnumerable(), cancellation))
        {
            var file = result.Audio is { } audio ? await download.FetchAsync(audio, cancellation) : null;
            spoken.Add(new SpokenFragment(fragments[spoken.Count], result, file));
            said(spoken[^1]);
        }
        return new SpokenText(spoken, clock.GetElapsedTime(start));
    }

    /// <summary>Writes beside the place and moves, so that nobody ever finds half a file.</summary>
    private static async Task<TimeSpan> WriteAsync(SpeakingOrder order, SpokenText spoken, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(order.Output);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = $"{path}.{Environment.ProcessId}.part";
        try
        {
            TimeSpan length;
            await using (var file = File.Create(partial))
                length = await WriteAsync(order, [.. spoken.Fragments.Where(fragment => fragment.IsDone)], file, cancellation);
            File.Move(partial, path, overwrite: true);
            return length;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task<TimeSpan> WriteAsync(
        SpeakingOrder order, IReadOnlyList<SpokenFragment> done, Stream file, CancellationToken cancellation)
    {
        if (order.Pattern.Format is null or "wav")
            return await WavJoin.WriteAsync([.. done.Select(fragment => fragment.ReadWav())], order.Pause, file, cancellation);
        Debug.Assert(done.Count == 1, "several fragments of another format are refused before anything is sent");
        await file.WriteAsync(done[0].File, cancellation);
        return TimeSpan.FromSeconds(done[0].AudioSeconds);
    }

    private string NewStreamId() => $"say-{new string(context.Surroundings.Chance.GetItems<char>(IdAlphabet, 12))}";
}
