using TtsConsumers.Speech.Text.English;

namespace TtsConsumers.Speech.Text;

/// <summary>A word or mark of a normalised passage with its phonemes.</summary>
/// <param name="Text">The word or mark.</param>
/// <param name="IsWord">Whether it is a word; else a mark or a blank.</param>
/// <param name="Phonemes">How it sounds, with the blanks a mark brings.</param>
/// <param name="Place">Where it stands in the text as sent.</param>
/// <param name="Hanzi">Where it begins in its sentence, if it is a word of Hanzi; else -1.</param>
/// <param name="Source">What decided the reading of any other word.</param>
internal readonly record struct SpokenPart(string Text, bool IsWord, string Phonemes, Place Place, int Hanzi = -1, WordSource Source = WordSource.None);
