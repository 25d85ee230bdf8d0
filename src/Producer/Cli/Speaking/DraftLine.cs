using TtsConsumers.Producer.Client.Audio;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>A line of a draft's state: a fragment that is in the sound, or that has none.</summary>
/// <param name="Text">What the fragment's text hashes to.</param>
/// <param name="Point">How far the sound had come after it.</param>
/// <param name="From">The first frame it sounds in.</param>
/// <param name="To">The frame after its last.</param>
/// <param name="Failure">Why it has no audio: code and message.</param>
internal sealed record DraftLine(string Text, JoinPoint Point, long From, long To, string? Failure)
{
    /// <summary>When it begins to sound.</summary>
    public TimeSpan Start => Time(From);

    /// <summary>When it ends.</summary>
    public TimeSpan End => Time(To);

    private TimeSpan Time(long frames) => Point.SampleRate == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((double)frames / Point.SampleRate);
}

/// <summary>The first line of a draft's state.</summary>
/// <param name="Version">Of the state; another one isn't read.</param>
/// <param name="Stream">The stream the fragments are spoken in: what was finished but not fetched is found again by it.</param>
/// <param name="Settings">What voice, speed, rate and pauses hash to.</param>
internal sealed record DraftHeader(int Version, string Stream, string Settings);
