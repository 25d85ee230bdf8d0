namespace TtsConsumers.Speech.Text.English;

/// <summary>The names tags have in the lexicon.</summary>
internal static class TagNames
{
    /// <summary>The Penn name, by which a few entries ask for one form of a verb.</summary>
    public static string Exact(WordTag tag) => tag switch
    {
        WordTag.Determiner => "DT",
        WordTag.PastVerb => "VBD",
        WordTag.Participle => "VBN",
        _ => string.Empty,
    };

    /// <summary>The name of the word class.</summary>
    public static string Parent(WordTag tag) => tag switch
    {
        WordTag.Adjective => "ADJ",
        WordTag.Noun or WordTag.ProperNoun => "NOUN",
        WordTag.Verb or WordTag.PastVerb or WordTag.Participle => "VERB",
        _ => string.Empty,
    };
}
