namespace TtsConsumers.Speech.Text.English;

/// <summary>How a word is read.</summary>
/// <param name="Phonemes">Raw phonemes, with ɾ and ʔ.</param>
/// <param name="Source">What decided it.</param>
internal readonly record struct SpokenWord(string Phonemes, WordSource Source);
