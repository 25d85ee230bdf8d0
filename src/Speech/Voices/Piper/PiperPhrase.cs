namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>What one call of a Piper voice speaks: a sentence, or a part of one.</summary>
/// <param name="Symbols">Its phonemes.</param>
/// <param name="Pause">The quiet behind it, at speed 1.</param>
internal readonly record struct PiperPhrase(IReadOnlyList<string> Symbols, TimeSpan Pause);
