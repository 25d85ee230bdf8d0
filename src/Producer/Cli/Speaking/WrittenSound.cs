using System.Globalization;
using TtsConsumers.Speech.Audio.Loudness;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>A file that was written.</summary>
/// <param name="Length">How long it sounds.</param>
/// <param name="Loudness">How loud it is; <see langword="null"/> where nobody asked, and for silence.</param>
internal sealed record WrittenSound(TimeSpan Length, LoudnessReport? Loudness = null)
{
    private const double FarOff = 0.5;

    /// <summary>The files of its subtitles.</summary>
    public IReadOnlyList<string> Subtitles { get; init; } = [];

    /// <summary>What is said of its loudness, after a comma; empty where nothing is known.</summary>
    public string LoudnessWords => Loudness is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $", {Loudness.After:0.0} LUFS, true peak {Loudness.TruePeakDb:0.0} dBTP");

    /// <summary>Whether it stayed softer than asked, because its peaks leave no room.</summary>
    public bool IsSofterThan(LoudnessTarget? target) => target is not null && Loudness is not null && Loudness.After < target.Lufs - FarOff;
}
