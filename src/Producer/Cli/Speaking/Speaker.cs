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
        if (fragments.Count == 0)
            throw new CommandFailedException(ExitCodes.Usage, "there is nothing to speak: the text has no letters and no digits");
        var file = new SoundFile(order);
        file.Check(fragments.Count);
        await FarmCheck.EnsureAsync(context, context.Settings.Broker, cancellation);
        var view = new SpeakingView(context.Terminal, order);
        var spoken = await view.TrackAsync(fragments.Count, said => ListenAsync(order, fragments, said, cancellation));
        var written = spoken.Failed < fragments.Count ? await file.WriteAsync(spoken, cancellation) : null;
        view.Show(spoken, written);
        return spoken.Failed == 0 ? ExitCodes.Ok : ExitCodes.Failed;
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
        var pattern = order.IsMadeByHost(fragments.Count) ? order.Pattern : order.Pattern with { Format = null };
        var jobs = Fragments.ToJobs(fragments, NewStreamId(), pattern);
        await foreach (var result in client.SpeakManyAsync(jobs.ToAsyncEnumerable(), cancellation))
        {
            var file = result.Audio is { } audio ? await download.FetchAsync(audio, cancellation) : null;
            spoken.Add(new SpokenFragment(fragments[spoken.Count], result, file));
            said(spoken[^1]);
        }
        return new SpokenText(spoken, clock.GetElapsedTime(start));
    }

    private string NewStreamId() => $"say-{new string(context.Surroundings.Chance.GetItems<char>(IdAlphabet, 12))}";
}
