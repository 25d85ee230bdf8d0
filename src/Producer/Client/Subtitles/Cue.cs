namespace TtsConsumers.Producer.Client.Subtitles;

/// <summary>A line of subtitles.</summary>
/// <param name="From">When it appears.</param>
/// <param name="To">When it goes.</param>
/// <param name="Text">What it says; one line.</param>
public sealed record Cue(TimeSpan From, TimeSpan To, string Text);
