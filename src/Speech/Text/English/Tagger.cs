using System.Collections.Frozen;

namespace TtsConsumers.Speech.Text.English;

/// <summary>
/// Guesses tags from the word before and the word after. There is no real tagger: only words with several pronunciations need one.
/// </summary>
internal static class Tagger
{
    private static readonly FrozenSet<string> Articles = Set("a an the");
    private static readonly FrozenSet<string> Prepositions = Set("in by on at of for from with");
    private static readonly FrozenSet<string> Perfect = Set("have has had been i've we've they've you've");
    private static readonly FrozenSet<string> BeforeVerb = Set(
        "to will would can could should shall must may might do does did not don't didn't doesn't won't can't couldn't wouldn't shouldn't "
        + "i you we they let's please who");
    private static readonly FrozenSet<string> BeforeNoun = Set(
        "the a an my your his her its our their this that these those some any no every each another of in on at with for from by");

    /// <summary>After "that" these begin a clause, and it is unstressed.</summary>
    private static readonly FrozenSet<string> ClauseStarts = Set(
        "he she it i you we they the a an my his her their our this there everyone nobody somebody he's it's she's they're you're");

    /// <summary>Tags every token; marks get <see cref="WordTag.Unknown"/>.</summary>
    public static WordTag[] Tag(IReadOnlyList<Token> tokens)
    {
        var words = tokens.Count(token => token.IsWord);
        var shouting = tokens.Count(IsCapitals) * 2 >= words;
        var tags = new WordTag[tokens.Count];
        for (var at = 0; at < tokens.Count; at++)
        {
            tags[at] = tokens[at].IsWord ? Guess(tokens, at, shouting) : WordTag.Unknown;
        }

        return tags;
    }

    private static WordTag Guess(IReadOnlyList<Token> tokens, int at, bool shouting)
    {
        var word = Lower(tokens, at);
        return Articles.Contains(word) ? (IsLetterA(tokens, at) ? WordTag.Unknown : WordTag.Determiner)
            : tokens[at].Text == "I" ? WordTag.Pronoun
            : word == "to" ? WordTag.To
            : Prepositions.Contains(word) ? WordTag.Preposition
            : word == "that" ? (ClauseStarts.Contains(Lower(tokens, at + 1)) ? WordTag.Preposition : WordTag.Determiner)
            : word == "used" ? (Lower(tokens, at + 1) == "to" ? WordTag.PastVerb : WordTag.Participle)
            : IsCapitals(tokens[at]) && !shouting ? WordTag.ProperNoun
            : FromWordBefore(Lower(tokens, at - 1));
    }

    /// <summary>Vitamin A, 3a: a capital in the middle, or nothing to be the article of.</summary>
    private static bool IsLetterA(IReadOnlyList<Token> tokens, int at) =>
        (tokens[at].Text == "A" && at > 0 && tokens[at - 1].IsWord)
        || (tokens[at].Text is "a" or "A" && !(at + 1 < tokens.Count && (tokens[at + 1].IsWord || tokens[at + 1].Text == "“")));

    private static WordTag FromWordBefore(string before) =>
        Perfect.Contains(before) ? WordTag.Participle
        : BeforeVerb.Contains(before) ? WordTag.Verb
        : BeforeNoun.Contains(before) ? WordTag.Noun
        : WordTag.Unknown;

    private static bool IsCapitals(Token token) =>
        token.IsWord && token.Text.Length > 1 && LetterCase.IsUpper(token.Text);

    private static string Lower(IReadOnlyList<Token> tokens, int at) =>
        at >= 0 && at < tokens.Count ? tokens[at].Text.ToLowerInvariant() : string.Empty;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
