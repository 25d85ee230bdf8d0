namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>What turns texts into the phonemes of a Piper voice.</summary>
internal enum PhonemeType
{
    /// <summary>espeak-ng; what Piper takes when a voice does not say.</summary>
    Espeak,

    /// <summary>Nothing: every code point of the text is a phoneme.</summary>
    Text,

    /// <summary>Pinyin: a syllable is an initial, a final and a tone.</summary>
    Pinyin,
}
