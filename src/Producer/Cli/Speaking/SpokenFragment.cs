using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>A fragment that has its result.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Result">What became of it.</param>
/// <param name="File">The audio as stored; <see langword="null"/> where it failed.</param>
internal sealed record SpokenFragment(string Text, SpeechResult Result, byte[]? File)
{
    private const int ShownCharacters = 16;

    /// <summary>How the text begins.</summary>
    public string ShortText => Text.Length <= ShownCharacters ? Text : $"{Text[..(ShownCharacters - 1)]}…";

    /// <summary>Unicode scalars of the text.</summary>
    public int Characters => Text.EnumerateRunes().Count();

    /// <summary>Whether there is audio.</summary>
    public bool IsDone => File is not null;

    /// <summary>Its place, from 1.</summary>
    public long Number => (Result.Stream?.Seq ?? 0) + 1;

    /// <summary>Seconds of audio.</summary>
    public double AudioSeconds => (Result.Audio?.DurationMs ?? 0) / 1000.0;

    /// <summary>Time in the model for each second of audio; <see langword="null"/> where one of them is not known.</summary>
    public double? RealTimeFactor =>
        Result is { Timing: { } timing, Audio.DurationMs: > 0 and var length } ? (double)timing.SynthMs / length : null;

    /// <summary>Where the audio is, or why there is none.</summary>
    public string Outcome => Result.Audio?.Uri ?? $"{Result.Error?.Code.Wire()}: {Result.Error?.Message}";

    /// <summary><see cref="Outcome"/> where room is short: of an address the beginning of the file's name.</summary>
    public string ShortOutcome =>
        Result.Audio?.Uri.Split('/')[^1] is { Length: > 8 } name ? name[..8] : Outcome;

    /// <summary>The audio as WAV.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public PcmWav ReadWav() => PcmWav.Read(File);
}
