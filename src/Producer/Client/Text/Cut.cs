namespace TtsConsumers.Producer.Client.Text;

/// <summary>How good a place between two characters is to end a fragment, worst first.</summary>
internal enum Cut
{
    /// <summary>Between the halves of one character: never.</summary>
    Never,

    /// <summary>
    /// Inside a number, an English word or brackets: only where the text would otherwise be too long to be spoken at all.
    /// </summary>
    Emergency,

    /// <summary>Between two Chinese characters that may belong to one word.</summary>
    Character,

    /// <summary>After a particle, or between scripts: most likely a word's end.</summary>
    Particle,

    /// <summary>Between words.</summary>
    Word,

    /// <summary>After a comma or colon.</summary>
    Clause,

    /// <summary>After a full stop, question mark, exclamation mark or semicolon.</summary>
    Sentence,
}
