namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>What decided how a character is read.</summary>
internal enum ReadingSource
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>一 and 不 are cited in one way only.</summary>
    Plain,

    /// <summary>A phrase of phrases.tsv.</summary>
    Phrase,

    /// <summary>The polyphone model.</summary>
    Model,

    /// <summary>The most common reading of the character, hanzi.tsv.</summary>
    Common,

    /// <summary>A rule for one-character words.</summary>
    Rule,

    /// <summary>A word of somebody's own lexicon.</summary>
    Lexicon,

    /// <summary>Braces in the text.</summary>
    Text,
}
