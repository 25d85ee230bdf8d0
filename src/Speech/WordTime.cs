namespace TtsConsumers.Speech;

/// <summary>When a word of a text sounds.</summary>
/// <param name="From">Index of its first UTF-16 unit in the text as sent.</param>
/// <param name="To">Index behind its last.</param>
/// <param name="Start">From the beginning of the audio to the beginning of the word.</param>
/// <param name="End">From the beginning of the audio to the end of the word.</param>
public readonly record struct WordTime(int From, int To, TimeSpan Start, TimeSpan End);
