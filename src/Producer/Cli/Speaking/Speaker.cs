using TtsConsumers.Producer.Client;
using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Producer.Client.Subtitles;
using TtsConsumers.Producer.Client.Text;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>Speaks one text through the farm: fragments out, results back in order, each one's audio fetched, checked and joined.</summary>
/// <param name="context">Settings and terminal.</param>
internal sealed class Speaker(CliContext context)
{
    private const string IdAlphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>A book is worth waiting for while the farm is full: about ten minutes for each fragment.</summary>
    private const int BusyRepeats = 120;

    /// <summary>Speaks a text and writes the sound.</summary>
    /// <returns><see cref="ExitCodes.Ok"/> where every fragment is done, <see cref="ExitCodes.Incomplete"/> where only some of them are.</returns>
    public async Task<int> SpeakAsync(SpeakingOrder order, CancellationToken cancellation)
    {
        var plan = SpeakingPlan.Of(order.Text, new LexiconWords(context.Settings.Speech.Lexicon));
        var count = plan.Fragments.Count;
        if (count == 0)
            throw new CommandFailedException(ExitCodes.Usage, "there is nothing to speak: the text has no letters and no digits");
        new SoundFile(order).Check(count);
        await FarmCheck.EnsureAsync(context, context.Settings.Broker, cancellation);
        var view = new SpeakingView(context.Terminal, order, plan);
        var spoken = order.IsMadeByHost(count) ? await SpeakOneAsync(order, plan, view, cancellation) : await SpeakAllAsync(order, plan, view, cancellation);
        return spoken.Failed == 0 ? ExitCodes.Ok : spoken.Failed < count ? ExitCodes.Incomplete : ExitCodes.Failed;
    }

    /// <summary>One fragment, whose file a host makes.</summary>
    private async Task<SpokenText> SpeakOneAsync(SpeakingOrder order, SpeakingPlan plan, SpeakingView view, CancellationToken cancellation)
    {
        byte[]? file = null;
        IReadOnlyList<Mark>? marks = null;
        var spoken = await view.TrackAsync(0, said => ListenAsync(order, plan, NewStream(), null, (fragment, audio) =>
        {
            (file, marks) = (audio, fragment.Result!.Marks);
            said(fragment);
            return Task.CompletedTask;
        }, cancellation));
        var length = TimeSpan.FromSeconds(spoken.Fragments[0].AudioSeconds);
        var written = file is null ? null : await new SoundFile(order).WriteAsync(file, length, cancellation);
        if (written is not null && order.Subtitles)
        {
            var cues = Cues.Of(plan.Fragments[0].Text, marks ?? [], TimeSpan.Zero, TimeSpan.Zero, length);
            written = written with { Subtitles = await SubtitleFiles.WriteAsync(order.Output, cues) };
        }
        view.Show(spoken, written);
        return spoken;
    }

    /// <summary>Several fragments, joined as they come in a draft that survives the end of this run.</summary>
    private async Task<SpokenText> SpeakAllAsync(SpeakingOrder order, SpeakingPlan plan, SpeakingView view, CancellationToken cancellation)
    {
        SpokenText spoken;
        WrittenSound? written = null;
        await using (var draft = await Draft.OpenAsync(order, plan, NewStream, view.Tell, cancellation))
        {
            try
            {
                spoken = await view.TrackAsync(draft.Earlier, said => ListenAsync(order, plan, draft.Stream, draft, async (fragment, audio) =>
                {
                    await draft.AddAsync(fragment.Result!, audio, cancellation);
                    said(fragment);
                }, cancellation));
                if (spoken.Failed < plan.Fragments.Count)
                    written = await WriteAsync(order, draft, cancellation);
            }
            catch (Exception error)
            {
                // A first fragment that came damaged would come so again.
                if (draft.IsWorthKeeping && (draft.Lines.Count > 0 || error is not (AudioFetchException or InvalidDataException)))
                    view.TellUnfinished(draft.Lines.Count);
                else
                    draft.Forget();
                throw;
            }
        }
        // With the state of an unfinished book the next run finds what is spoken, and tries again what failed.
        if (spoken.Failed == 0)
            File.Delete(Draft.StatePath(order.Output));
        view.Show(spoken, written);
        return spoken;
    }

    private static async Task<WrittenSound> WriteAsync(SpeakingOrder order, Draft draft, CancellationToken cancellation)
    {
        var written = await new SoundFile(order).WriteAsync(draft, cancellation);
        var cues = draft.Lines.SelectMany(line => line.Cues);
        return order.Subtitles ? written with { Subtitles = await SubtitleFiles.WriteAsync(order.Output, cues) } : written;
    }

    private async Task<SpokenText> ListenAsync(
        SpeakingOrder order, SpeakingPlan plan, string stream, Draft? draft, Func<SpokenFragment, byte[]?, Task> take, CancellationToken cancellation)
    {
        var clock = context.Surroundings.Time;
        var options = context.ClientOptions with { ResultWait = order.ResultWait, BusyRepeats = BusyRepeats, LookFirst = draft?.IsResumed == true };
        await using var client = await SpeechClient.ConnectAsync(options, cancellation);
        using var download = new AudioDownload(context.Settings.Store);
        var start = clock.GetTimestamp();
        var spoken = Earlier(plan, draft);
        var earlier = spoken.Count;
        var pattern = draft is null ? order.Pattern : order.Pattern with { Format = null };
        var jobs = Fragments.ToJobs([.. plan.Fragments.Select(fragment => fragment.Text)], stream, pattern).Skip(earlier);
        draft?.AskFor();
        await foreach (var result in client.SpeakManyAsync(jobs.ToAsyncEnumerable(), cancellation))
        {
            var file = result.Audio is { } audio ? await download.FetchAsync(audio, cancellation) : null;
            var fragment = SpokenFragment.Of(spoken.Count + 1, plan.Fragments[spoken.Count].Text, result);
            await take(fragment, file);
            // Of a whole book nobody keeps every result, unless they are to be shown.
            spoken.Add(order.ShowTable || order.Json ? fragment : fragment with { Result = null });
        }
        return new SpokenText(spoken, earlier, clock.GetElapsedTime(start));
    }

    private static List<SpokenFragment> Earlier(SpeakingPlan plan, Draft? draft) => draft is null
        ? []
        : [.. draft.Lines.Select((line, i) => new SpokenFragment(i + 1, plan.Fragments[i].Text, line.Length.TotalSeconds, null, null))];

    private string NewStream() => $"say-{new string(context.Surroundings.Chance.GetItems<char>(IdAlphabet, 12))}";
}
