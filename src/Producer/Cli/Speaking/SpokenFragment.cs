using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>A fragment that has its result.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Text">Its text.</param>
/// <param name="AudioSeconds">Seconds of audio.</param>
/// <param name="Failure">Why there is no audio: code and message; <see langword="null"/> where there is.</param>
/// <param name="Result">What the farm said; <see langword="null"/> where it was said in an earlier run, or nobody wants to see it.</param>
internal sealed record SpokenFragment(int Number, string Text, double AudioSeconds, string? Failure, SpeechResult? Result)
{
    private const int ShownCharacters = 16;

    /// <summary>How the text begins.</summary>
    public string ShortText => Text.Length <= ShownCharacters ? Text : $"{Text[..(ShownCharacters - 1)]}…";

    /// <summary>Unicode scalars of the text.</summary>
    public int Characters => Text.EnumerateRunes().Count();

    /// <summary>Whether there is audio.</summary>
    public bool IsDone => Failure is null;

    /// <summary>Time in the model for each second of audio; <see langword="null"/> where one of them is not known.</summary>
    public double? RealTimeFactor =>
        Result is { Timing: { } timing, Audio.DurationMs: > 0 and var length } ? (double)timing.SynthMs / length : null;

    /// <summary>Where the audio is, or why there is none.</summary>
    public string Outcome => Failure ?? Result?.Audio?.Uri ?? "spoken earlier";

    /// <summary><see cref="Outcome"/> where room is short: of an address the beginning of the file's name.</summary>
    public string ShortOutcome =>
        Result?.Audio?.Uri.Split('/')[^1] is { Length: > 8 } name ? name[..8] : Outcome;

    /// <summary>One that was answered just now.</summary>
    public static SpokenFragment Of(int number, string text, SpeechResult result) => new(
        number, text, (result.Audio?.DurationMs ?? 0) / 1000.0, result.Error is { } error ? $"{error.Code.Wire()}: {error.Message}" : null, result);
}
