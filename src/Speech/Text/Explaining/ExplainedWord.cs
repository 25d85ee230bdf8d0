namespace TtsConsumers.Speech.Text.Explaining;

/// <summary>A word and how it is read.</summary>
/// <param name="Text">The word.</param>
/// <param name="Citation">Pinyin with tone numbers as a dictionary gives it, one a Hanzi; empty for other words.</param>
/// <param name="Spoken">The same after the sandhi of tones.</param>
/// <param name="Phonemes">What the voice gets.</param>
/// <param name="Source">What decided the reading, in words; several where characters differ.</param>
public sealed record ExplainedWord(string Text, IReadOnlyList<string> Citation, IReadOnlyList<string> Spoken, string Phonemes, string Source);
