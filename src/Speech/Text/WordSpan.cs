namespace TtsConsumers.Speech.Text;

/// <summary>A word of a text as sent, and the phonemes it became. A number or a date is one word, however many are said.</summary>
/// <param name="From">Index of its first UTF-16 unit in the text as sent.</param>
/// <param name="To">Index behind its last.</param>
/// <param name="Start">Index of its first phoneme.</param>
/// <param name="End">Index behind its last.</param>
public readonly record struct WordSpan(int From, int To, int Start, int End);
