namespace TtsConsumers.Shared.Contracts;

/// <summary>Start and end of one word in the audio.</summary>
/// <param name="From">First character of the word in the text as sent.</param>
/// <param name="To">The character after its last.</param>
/// <param name="Text">The word as sent.</param>
/// <param name="StartMs">Milliseconds from the start of the audio.</param>
/// <param name="EndMs">Milliseconds from the start of the audio.</param>
public sealed record Mark(int From, int To, string Text, long StartMs, long EndMs);
