using TtsConsumers.Producer.Client.Audio;
using TtsConsumers.Producer.Client.Subtitles;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>A line of a draft's state: a fragment that is in the sound, or that has none.</summary>
/// <param name="Text">What the fragment's text hashes to.</param>
/// <param name="Point">How far the sound had come after it.</param>
/// <param name="From">The first frame it sounds in.</param>
/// <param name="To">The frame after its last.</param>
/// <param name="Failure">Why it has no audio: code and message.</param>
/// <param name="Cues">Its subtitles.</param>
internal sealed record DraftLine(string Text, JoinPoint Point, long From, long To, string? Failure, IReadOnlyList<Cue> Cues)
{
    /// <summary>How long it sounds.</summary>
    public TimeSpan Length => Point.Time(To - From);
}

/// <summary>The first line of a draft's state.</summary>
/// <param name="Version">Of the state; another one isn't read.</param>
/// <param name="Stream">The stream the fragments are spoken in: what was finished but not fetched is found again by it.</param>
/// <param name="Settings">What voice, speed, rate and pauses hash to.</param>
internal sealed record DraftHeader(int Version, string Stream, string Settings);
