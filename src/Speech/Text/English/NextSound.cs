namespace TtsConsumers.Speech.Text.English;

/// <summary>What follows a word: decides between ðə and ði, tə and tu.</summary>
internal enum NextSound
{
    /// <summary>A pause or the end.</summary>
    Pause,

    /// <summary>A consonant.</summary>
    Consonant,

    /// <summary>A vowel.</summary>
    Vowel,
}
