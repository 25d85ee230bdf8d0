namespace TtsConsumers.Producer.Client.Audio;

/// <summary>Where a fragment sounds in the joined audio, without the quiet around it.</summary>
/// <param name="From">Its first frame.</param>
/// <param name="To">The frame after its last.</param>
/// <param name="Origin">
/// The frame its audio would begin in, had nothing of the quiet before it been cut; may be below 0. Times within the audio count from there.
/// </param>
public readonly record struct SoundSpan(long From, long To, long Origin);
