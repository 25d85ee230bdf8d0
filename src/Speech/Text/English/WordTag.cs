namespace TtsConsumers.Speech.Text.English;

/// <summary>The part of speech of a word as far as the pronunciation needs it; the names are those of the Penn Treebank.</summary>
internal enum WordTag
{
    /// <summary>Nothing is known: the default pronunciation.</summary>
    Unknown,

    /// <summary>Article or other determiner, DT.</summary>
    Determiner,

    /// <summary>The pronoun I, PRP.</summary>
    Pronoun,

    /// <summary>The word to, TO.</summary>
    To,

    /// <summary>Preposition or conjunction, IN.</summary>
    Preposition,

    /// <summary>Noun, NN.</summary>
    Noun,

    /// <summary>Proper noun in capitals, NNP.</summary>
    ProperNoun,

    /// <summary>Adjective, JJ.</summary>
    Adjective,

    /// <summary>Verb in its base form, VB.</summary>
    Verb,

    /// <summary>Verb in the past tense, VBD.</summary>
    PastVerb,

    /// <summary>Past participle, VBN.</summary>
    Participle,
}
