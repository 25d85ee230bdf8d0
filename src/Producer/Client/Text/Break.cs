namespace TtsConsumers.Producer.Client.Text;

/// <summary>What ends where a fragment ends, least first: how long somebody who reads aloud pauses there.</summary>
public enum Break
{
    /// <summary>Only a word: the clause was too long for one fragment.</summary>
    Word,

    /// <summary>A clause.</summary>
    Clause,

    /// <summary>A sentence.</summary>
    Sentence,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A chapter, or its title.</summary>
    Chapter,
}
