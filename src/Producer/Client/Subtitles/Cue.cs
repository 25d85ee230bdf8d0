namespace TtsConsumers.Producer.Client.Subtitles;

/// <summary>What is shown at a time.</summary>
/// <param name="From">When it appears.</param>
/// <param name="To">When it goes.</param>
/// <param name="Text">What it says; its lines are parted by line feeds, and none is empty.</param>
public sealed record Cue(TimeSpan From, TimeSpan To, string Text);
