namespace TtsConsumers.Speech.Text;

/// <summary>A stretch of the text that one language reads: its numbers and signs are said in that language.</summary>
internal readonly record struct Passage(PlacedText Text, SpeechLanguage Language);
