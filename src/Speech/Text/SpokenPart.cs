namespace TtsConsumers.Speech.Text;

/// <summary>A word or mark of a normalised passage with its phonemes.</summary>
/// <param name="Start">Where it stands in the normalised passage.</param>
/// <param name="End">Index behind it.</param>
/// <param name="IsWord">Whether it is a word; else a mark or a blank.</param>
/// <param name="Phonemes">How it sounds, with the blanks a mark brings.</param>
internal readonly record struct SpokenPart(int Start, int End, bool IsWord, string Phonemes);
