namespace TtsConsumers.Speech.Text.Chinese.WordRules;

/// <summary>
/// Reads one character that stands as a word by the words around it, where the polyphone model, raised on encyclopaedias, is weak.
/// </summary>
internal interface IWordRule
{
    /// <summary>The word, one character.</summary>
    char Character { get; }

    /// <summary>The syllable; null when the rule has no opinion.</summary>
    string? Read(WordContext context);
}
