using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech.Inference;

/// <summary>How long a Run may take before it counts as hung: the longer of a floor and a multiple of the audio to be expected.</summary>
/// <remarks>
/// A working host needs about as long as the audio lasts. With the defaults, 60 s and 10, whatever has up to 60 ids may take 60 s, and the longest
/// piece, 402 ids, 402 s for the 40 s it is taken to last.
/// </remarks>
/// <param name="options">Floor and factor.</param>
/// <param name="model">How long a frame is.</param>
internal sealed class RunDeadline(SpeechOptions options, ModelOnDisk model)
{
    /// <summary>How long an id is taken to last at speed 1. Measured are 2 to 13, most in the shortest texts (see AudioCheck).</summary>
    private const double FramesPerId = 4;

    /// <summary>What every Run may take, however short its text; also what loading a model anew may take.</summary>
    public TimeSpan Floor { get; } = TimeSpan.FromSeconds(options.ModelSeconds);

    /// <summary>What one Run may take.</summary>
    /// <param name="pieces">All that it speaks.</param>
    /// <returns>max(floor, factor × expected seconds of audio).</returns>
    public TimeSpan For(IReadOnlyList<Piece> pieces)
    {
        var frames = pieces.Sum(piece => FramesPerId * piece.Ids.Length / piece.Speed);
        var expected = TimeSpan.FromSeconds(frames * model.FrameSamples / model.SampleRate);
        return TimeSpan.FromTicks(Math.Max(Floor.Ticks, (options.ModelFactor * expected).Ticks));
    }
}
