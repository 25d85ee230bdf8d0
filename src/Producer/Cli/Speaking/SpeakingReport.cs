using System.Text.Json;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>A spoken text for machines.</summary>
/// <param name="Ok">Whether every fragment is done.</param>
/// <param name="Out">The file's absolute path; absent where none was written.</param>
/// <param name="DurationMs">Its length.</param>
/// <param name="Loudness">How loud it was and is; absent where nobody asked.</param>
/// <param name="Subtitles">The files of its subtitles; absent where none were written.</param>
/// <param name="ElapsedMs">From the first publish to the last audio fetched.</param>
/// <param name="Failed">How many fragments could not be spoken.</param>
/// <param name="Earlier">How many fragments an earlier run has spoken.</param>
/// <param name="Chapters">The chapters.</param>
/// <param name="Fragments">Each fragment in order.</param>
internal sealed record SpeakingReport(
    bool Ok, string? Out, long? DurationMs, SpeakingReport.Level? Loudness, IReadOnlyList<string>? Subtitles, long ElapsedMs, int Failed, int Earlier,
    IReadOnlyList<SpeakingPlan.ChapterPlace> Chapters, IReadOnlyList<SpeakingReport.Fragment> Fragments)
{
    /// <summary>One fragment.</summary>
    /// <param name="Text">Its text.</param>
    /// <param name="Characters">Unicode scalars of it.</param>
    /// <param name="Failure">Why there is no audio.</param>
    /// <param name="RealTimeFactor">Time in the model for each second of audio.</param>
    /// <param name="Result">The result as it came; absent where an earlier run had it.</param>
    internal sealed record Fragment(string Text, int Characters, string? Failure, double? RealTimeFactor, JsonElement? Result);

    /// <summary>A loudness.</summary>
    /// <param name="BeforeLufs">As the hosts made it.</param>
    /// <param name="Lufs">As it was written.</param>
    /// <param name="TruePeakDbtp">As it was written.</param>
    internal sealed record Level(double BeforeLufs, double Lufs, double TruePeakDbtp);

    /// <summary>Reports a text.</summary>
    public static SpeakingReport Of(SpeakingOrder order, SpeakingPlan plan, SpokenText spoken, WrittenSound? written) => new(
        spoken.Failed == 0,
        written is null ? null : Path.GetFullPath(order.Output),
        (long?)written?.Length.TotalMilliseconds,
        written?.Loudness is { } loud ? new(Math.Round(loud.Before, 2), Math.Round(loud.After, 2), Math.Round(loud.TruePeakDb, 2)) : null,
        written is { Subtitles: { Count: > 0 } files } ? files : null,
        (long)spoken.Elapsed.TotalMilliseconds,
        spoken.Failed,
        spoken.Earlier,
        plan.Chapters,
        [.. spoken.Fragments.Select(fragment => new Fragment(
            fragment.Text,
            fragment.Characters,
            fragment.Failure,
            fragment.RealTimeFactor is { } factor ? Math.Round(factor, 4) : null,
            fragment.Result is { } result ? JsonSerializer.SerializeToElement(result, ContractJson.Result) : null))]);
}
