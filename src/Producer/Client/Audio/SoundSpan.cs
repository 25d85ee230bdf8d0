namespace TtsConsumers.Producer.Client.Audio;

/// <summary>Where a fragment sounds in the joined audio, without the quiet around it.</summary>
/// <param name="From">Its first frame.</param>
/// <param name="To">The frame after its last.</param>
public readonly record struct SoundSpan(long From, long To);
