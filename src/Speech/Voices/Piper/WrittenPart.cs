using TtsConsumers.Speech.Text;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>A phoneme of a Piper voice, or a syllable of pinyin, as it is written; and which word of the text as sent it belongs to.</summary>
/// <param name="Written">The phoneme or syllable.</param>
/// <param name="Word">The word; null for marks and blanks, and where nobody knows.</param>
internal readonly record struct WrittenPart(string Written, Place? Word);
