namespace TtsConsumers.Producer.Client.Text;

/// <summary>How good a place between two characters is to end a fragment, worst first.</summary>
internal enum Cut
{
    /// <summary>Between the halves of one character: never.</summary>
    Never,

    /// <summary>
    /// Inside a number, a word, an English phrase or brackets: only where the text would otherwise be too long to be spoken at all.
    /// </summary>
    Emergency,

    /// <summary>Between words that lean on each other: <c>the | dog</c>, <c>New | York</c>, <c>美丽 | 的</c>.</summary>
    Tight,

    /// <summary>Between words.</summary>
    Word,

    /// <summary>Between words where a new part of the sentence begins: after 、 or 的, before <c>and</c> or <c>because</c>.</summary>
    Phrase,

    /// <summary>After a comma or colon.</summary>
    Clause,

    /// <summary>After a full stop, question mark, exclamation mark or semicolon.</summary>
    Sentence,
}
