namespace TtsConsumers.Speech.Text.Explaining;

/// <summary>A word and how it is read.</summary>
/// <param name="Text">The word.</param>
/// <param name="Citation">Pinyin with tone numbers as a dictionary gives it, one a Hanzi; empty for other words.</param>
/// <param name="Spoken">The same after the sandhi of tones.</param>
/// <param name="Phonemes">What the voice gets.</param>
/// <param name="Source">What decided the reading, in words; several where characters differ.</param>
/// <param name="From">Index of its first UTF-16 unit in the text as sent.</param>
/// <param name="To">Index behind its last.</param>
public sealed record ExplainedWord(
    string Text, IReadOnlyList<string> Citation, IReadOnlyList<string> Spoken, string Phonemes, string Source, int From, int To);
