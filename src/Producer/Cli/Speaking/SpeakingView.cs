using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>
/// What is seen of a text being spoken: a bar or lines on the way, then where the sound is, and the table or the JSON if asked for.
/// </summary>
/// <param name="terminal">Where it is seen.</param>
/// <param name="order">What is to be shown.</param>
internal sealed class SpeakingView(Terminal terminal, SpeakingOrder order)
{
    /// <summary>Shows the progress of some work.</summary>
    /// <param name="fragments">How many fragments there are.</param>
    /// <param name="work">The work; it calls back for each fragment that has its result.</param>
    public async Task<SpokenText> TrackAsync(int fragments, Func<Action<SpokenFragment>, Task<SpokenText>> work)
    {
        if (!terminal.IsInteractive || order.Json)
            return await work(spoken => terminal.Error.WriteLine(Line(spoken, fragments)));
        return await terminal.Screen.Progress().HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask($"speaking {fragments} fragments", maxValue: fragments);
                return await work(_ => bar.Increment(1));
            });
    }

    /// <summary>Shows the end.</summary>
    /// <param name="spoken">The text.</param>
    /// <param name="written">The file; <see langword="null"/> where there was nothing to write.</param>
    public void Show(SpokenText spoken, WrittenSound? written)
    {
        if (order.Json)
        {
            terminal.Output.WriteLine(JsonSerializer.Serialize(SpeakingReport.Of(order, spoken, written), CliJson.Line.SpeakingReport));
            return;
        }
        if (order.ShowTable)
            terminal.Screen.Write(FragmentTable.Of(spoken, terminal));
        foreach (var failed in spoken.Fragments.Where(fragment => !fragment.IsDone))
            terminal.Error.WriteLine($"tts: fragment {failed.Number} failed, {failed.Outcome}");
        if (written?.IsSofterThan(order.Loudness) == true)
            terminal.Error.WriteLine($"tts: more would flatten this voice's peaks, so it stays softer than {order.Loudness!.Lufs} LUFS");
        terminal.Output.WriteLine(Sum(spoken, written));
    }

    private string Sum(SpokenText spoken, WrittenSound? written)
    {
        if (written is null)
            return "nothing was spoken";
        var (all, done) = (spoken.Fragments.Count, spoken.Fragments.Count - spoken.Failed);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{order.Output}: {written.Length.TotalSeconds:0.0} s of audio from {done} of {all} fragments in {spoken.Elapsed.TotalSeconds:0.0} s")
            + written.LoudnessWords;
    }

    private static string Line(SpokenFragment spoken, int of) => string.Create(
        CultureInfo.InvariantCulture,
        $"{spoken.Number}/{of} {(spoken.IsDone ? "done" : "failed")} {spoken.AudioSeconds:0.00} s  {spoken.ShortText}");
}
