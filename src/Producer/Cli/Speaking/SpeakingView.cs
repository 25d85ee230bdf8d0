using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>
/// What is seen of a text being spoken: a bar or lines on the way, then where the sound is, and the table or the JSON if asked for.
/// </summary>
/// <param name="terminal">Where it is seen.</param>
/// <param name="order">What is to be shown.</param>
/// <param name="plan">What is being spoken.</param>
internal sealed class SpeakingView(Terminal terminal, SpeakingOrder order, SpeakingPlan plan)
{
    private const int ShownTitle = 24;

    private int Count => plan.Fragments.Count;

    /// <summary>Says a sentence on the way.</summary>
    public void Tell(string sentence) => terminal.Error.WriteLine($"tts: {sentence}");

    /// <summary>Says that the work was ended in the middle, and how it goes on.</summary>
    /// <param name="done">How many fragments are in the sound.</param>
    public void TellUnfinished(int done) =>
        Tell($"{done} of {Count} fragments are in {order.Output}.part; the same command goes on from there");

    /// <summary>Shows the progress of some work.</summary>
    /// <param name="earlier">How many fragments an earlier run has spoken.</param>
    /// <param name="work">The work; it calls back for each fragment that has its result.</param>
    public async Task<SpokenText> TrackAsync(int earlier, Func<Action<SpokenFragment>, Task<SpokenText>> work)
    {
        if (earlier > 0)
            Tell($"{earlier} of {Count} fragments were spoken by an earlier run");
        if (!terminal.IsInteractive || order.Json)
            return await work(TellLine);
        return await terminal.Screen.Progress().HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask(Markup.Escape(Chapter(earlier)), maxValue: Count);
                bar.Value = earlier;
                return await work(spoken =>
                {
                    bar.Description = Markup.Escape(Chapter(spoken.Number - 1));
                    bar.Increment(1);
                });
            });
    }

    /// <summary>Shows the end.</summary>
    /// <param name="spoken">The text.</param>
    /// <param name="written">The file; <see langword="null"/> where there was nothing to write.</param>
    public void Show(SpokenText spoken, WrittenSound? written)
    {
        if (order.Json)
        {
            terminal.Output.WriteLine(JsonSerializer.Serialize(SpeakingReport.Of(order, plan, spoken, written), CliJson.Line.SpeakingReport));
            return;
        }
        if (order.ShowTable)
            terminal.Screen.Write(FragmentTable.Of(spoken, terminal));
        foreach (var failed in spoken.Fragments.Where(fragment => !fragment.IsDone))
            Tell($"fragment {failed.Number} failed, {failed.Outcome} ({failed.ShortText})");
        if (spoken.Failed > 0 && Count > 1)
            Tell($"{spoken.Failed} of {Count} fragments are missing in the sound; the same command tries them again, without speaking the others again");
        if (written?.IsSofterThan(order.Loudness) == true)
            Tell($"more would flatten this voice's peaks, so it stays softer than {order.Loudness!.Lufs} LUFS");
        terminal.Output.WriteLine(Sum(spoken, written));
    }

    private string Sum(SpokenText spoken, WrittenSound? written)
    {
        if (written is null)
            return "nothing was spoken";
        var chapters = plan.Chapters.Count > 1 ? $" in {plan.Chapters.Count} chapters" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{order.Output}: {written.Length.TotalSeconds:0.0} s of audio from {Count - spoken.Failed} of {Count} fragments{chapters} in {spoken.Elapsed.TotalSeconds:0.0} s")
            + written.LoudnessWords + string.Concat(written.Subtitles.Select(file => $", {Path.GetFileName(file)}"));
    }

    private void TellLine(SpokenFragment spoken)
    {
        if (plan.Chapters.Count > 1 && plan.Chapters.Any(chapter => chapter.First == spoken.Number - 1))
            terminal.Error.WriteLine(Chapter(spoken.Number - 1));
        terminal.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{spoken.Number}/{Count} {(spoken.IsDone ? "done" : "failed")} {spoken.AudioSeconds:0.00} s  {spoken.ShortText}"));
    }

    /// <summary>The chapter a fragment is in, in a few words.</summary>
    private string Chapter(int fragment)
    {
        if (plan.Chapters.Count < 2)
            return $"speaking {Count} fragments";
        var number = plan.ChapterOf(Math.Min(fragment, Count - 1));
        var title = plan.Chapters[number].Title ?? "";
        return $"chapter {number + 1} of {plan.Chapters.Count} {(title.Length > ShownTitle ? title[..(ShownTitle - 1)] + "…" : title)}".TrimEnd();
    }
}
