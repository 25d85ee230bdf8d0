namespace TtsConsumers.Speech.Text.English;

/// <summary>What decided how an English word is read.</summary>
internal enum WordSource
{
    /// <summary>It is a mark.</summary>
    None,

    /// <summary>en-us-extra.tsv, our own list.</summary>
    Extra,

    /// <summary>en-us.tsv with its endings, and the special words.</summary>
    Lexicon,

    /// <summary>en-us-cmu.tsv.</summary>
    Names,

    /// <summary>Its parts.</summary>
    Parts,

    /// <summary>The names of its letters.</summary>
    Spelled,

    /// <summary>The letter-to-sound model.</summary>
    Model,

    /// <summary>A word of somebody's own lexicon.</summary>
    Own,
}
