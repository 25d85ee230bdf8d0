namespace TtsConsumers.Shared.Contracts;

/// <summary>Start and end of one word in the audio.</summary>
/// <param name="From">How many characters of the text as sent stand before the word; characters are Unicode scalars, as everywhere in the contract.</param>
/// <param name="To">How many stand before its end.</param>
/// <param name="Text">The word as sent.</param>
/// <param name="StartMs">Milliseconds from the start of the audio.</param>
/// <param name="EndMs">Milliseconds from the start of the audio.</param>
public sealed record Mark(int From, int To, string Text, long StartMs, long EndMs);
