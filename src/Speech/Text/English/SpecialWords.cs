namespace TtsConsumers.Speech.Text.English;

/// <summary>The small words whose sound depends on what follows, and words of dotted letters.</summary>
internal sealed class SpecialWords(Speller speller)
{
    /// <summary>Reads a special word; null when it is none.</summary>
    public string? Read(string word, WordTag tag, NextSound next) => word switch
    {
        "a" or "A" => tag == WordTag.Determiner ? "ɐ" : "ˈA",
        "an" or "An" => "ɐn",
        "AN" => tag == WordTag.ProperNoun ? speller.Spell(word) : "ɐn",
        "the" or "The" => The(next),
        "THE" when tag == WordTag.Determiner => The(next),
        "to" or "To" => To(next),
        "TO" when tag is WordTag.To or WordTag.Preposition => To(next),
        "in" or "In" => In(tag, next),
        "IN" when tag != WordTag.ProperNoun => In(tag, next),
        "I" when tag == WordTag.Pronoun => "ˌI",
        "am" => next == NextSound.Pause ? "æm" : "ɐm",
        "Am" => "æm",
        "AM" => tag is WordTag.Noun or WordTag.ProperNoun ? speller.Spell(word) : "æm",
        "used" or "Used" or "USED" => tag == WordTag.PastVerb ? "jˈust" : "jˈuzd",
        _ => IsDotted(word) ? speller.Spell(word) : null,
    };

    private static string The(NextSound next) => next == NextSound.Vowel ? "ði" : "ðə";

    private static string To(NextSound next) => next switch
    {
        NextSound.Vowel => "tʊ",
        NextSound.Consonant => "tə",
        _ => "tu",
    };

    private static string In(WordTag tag, NextSound next) => next == NextSound.Pause || tag != WordTag.Preposition ? "ˈɪn" : "ɪn";

    /// <summary>U.S., e.g, Ph.D.: dots inside, no part longer than two letters.</summary>
    private static bool IsDotted(string word) =>
        word.Trim('.').Contains('.', StringComparison.Ordinal)
        && word.All(c => c == '.' || char.IsAsciiLetter(c))
        && word.Split('.').Max(part => part.Length) < 3;
}
