namespace TtsConsumers.Speech.Text;

/// <summary>Phonemes, and which of them are which word of the text as sent.</summary>
/// <param name="Phonemes">One character a symbol.</param>
/// <param name="Words">The words, in order.</param>
internal sealed record PhonemeText(string Phonemes, IReadOnlyList<WordSpan> Words);
