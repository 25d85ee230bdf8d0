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

    private static readonly FrozenSet<string> Passive = Set("is are was were be being get gets got");
    private static readonly FrozenSet<string> Singular = Set("he she it");
    private static readonly FrozenSet<string> Subjects = Set("i you we they who");
    private static readonly FrozenSet<string> Past = Set("yesterday ago last earlier once");

    /// <summary>A noun is rarely followed by one of these, a verb often.</summary>
    private static readonly FrozenSet<string> Objects = Set("the a an my your his her its our their these those him them me us it");
    private static readonly FrozenSet<string> Places = Set("in on at near with by under among here there together alone for early late soon off up down through along across around abroad nearby happily forever downtown outside inside over into past between away against "
        + "to daily sharply well");

    /// <summary>Between somebody and what he does.</summary>
    private static readonly FrozenSet<string> Adverbs = Set("often always never usually sometimes rarely seldom also still already just really");

    /// <summary>These have the ending of several, but go before a noun as an adjective does: a sales record.</summary>
    private static readonly FrozenSet<string> Attributes = Set(
        "sales news sports goods savings arts systems rights olympics physics mathematics politics economics series always perhaps towards besides various "
        + "music video sometimes afterwards operations communications states times services");

    /// <summary>What goes on after a noun, and not after a verb.</summary>
    private static readonly FrozenSet<string> AfterNoun = Set("of is was are were has had will would can could and or that which who at");

    /// <summary>What may be minute, very small.</summary>
    private static readonly FrozenSet<string> SmallThings = Set(
        "particles particle details detail amounts amount quantities quantity traces trace differences difference changes fragments doses organisms crystals "
        + "fraction scale size dust creatures grains droplets");

    private static readonly FrozenSet<string> Intensifiers = Set("are were so very extremely incredibly too how");

    /// <summary>After these live is how something is shown.</summary>
    private static readonly FrozenSet<string> Shown = Set(
        "is are was were be been go goes went going come comes came broadcast aired streamed shown seen sung play plays played playing "
        + "perform performs performed performing report reporting stream streaming");

    /// <summary>Words that before a noun are rather adjectives than nouns.</summary>
    private static readonly FrozenSet<string> Adjectives = Set("close invalid deliberate elaborate diffuse animate bass separate learned converse");

    /// <summary>After "that" these begin a clause, and it is unstressed.</summary>
    private static readonly FrozenSet<string> ClauseStarts = Set(
        "he she it i you we they the a an my his her their our this there everyone nobody somebody he's it's she's they're you're");

    /// <summary>Tags every token; marks get <see cref="WordTag.Unknown"/>.</summary>
    public static WordTag[] Tag(IReadOnlyList<Token> tokens) => Tag(tokens, tokens.Count(IsCapitals) * 2 >= tokens.Count(token => token.IsWord));

    /// <summary>Tags a few words inside another language, where nobody shouts.</summary>
    public static WordTag[] TagNames(IReadOnlyList<Token> tokens) => Tag(tokens, shouting: false);

    private static WordTag[] Tag(IReadOnlyList<Token> tokens, bool shouting)
    {
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
            : word == "used" ? (IsAccustomed(tokens, at) ? WordTag.PastVerb : WordTag.Participle)
            : IsCapitals(tokens[at]) && !shouting ? WordTag.ProperNoun
            : FromNeighbours(tokens, at, word);
    }

    /// <summary>Vitamin A, 3a: a capital in the middle, or nothing to be the article of.</summary>
    private static bool IsLetterA(IReadOnlyList<Token> tokens, int at) =>
        (tokens[at].Text == "A" && at > 0 && tokens[at - 1].IsWord)
        || (tokens[at].Text is "a" or "A" && !(at + 1 < tokens.Count && (tokens[at + 1].IsWord || tokens[at + 1].Text == "“")));

    private static WordTag FromNeighbours(IReadOnlyList<Token> tokens, int at, string word)
    {
        var (before, next) = (Lower(tokens, at - 1), Lower(tokens, at + 1));
        if (word == "use" && before == "to" && (Lower(tokens, at - 2) is "put" || Lower(tokens, at - 3) is "put" or "putting"))
        {
            return WordTag.Noun;
        }

        if (Perfect.Contains(Lower(tokens, at - 2)) && IsParticiple(word)
            && (Subjects.Contains(before) || Singular.Contains(before) || before.EndsWith("ly", StringComparison.Ordinal)))
        {
            return WordTag.Participle;
        }

        if (Adverbs.Contains(before) && at > 1)
        {
            return AfterAdverb(tokens, at, word);
        }

        return (Perfect.Contains(before) && IsParticiple(word)) || (word is "read" or "wound" && IsDone(tokens, at, before)) ? WordTag.Participle
            : word == "minute" && (SmallThings.Contains(next) || Intensifiers.Contains(before)) ? WordTag.Adjective
            : word is "read" or "wound" && HeardOfPast(tokens, at, before) ? WordTag.PastVerb
            : word == "wound" && Objects.Contains(next) && !BeforeNoun.Contains(before) ? WordTag.PastVerb
            : BeforeVerb.Contains(before) || IsThirdPerson(before, word) ? WordTag.Verb
            : BeforeNoun.Contains(before) || Perfect.Contains(before) ? (IsAdjective(word, next) ? WordTag.Adjective : WordTag.Noun)
            : next == "of" || EndsPhrase(tokens, at, before) ? WordTag.Noun
            : Objects.Contains(next) || Acts(before, word, next) ? WordTag.Verb
            : WordTag.Unknown;
    }

    /// <summary>Was read, was widely read.</summary>
    private static bool IsDone(IReadOnlyList<Token> tokens, int at, string before) =>
        Passive.Contains(before) || (before.EndsWith("ly", StringComparison.Ordinal) && Passive.Contains(Lower(tokens, at - 2)));

    /// <summary>Used to do, and am used to; but was used to make.</summary>
    private static bool IsAccustomed(IReadOnlyList<Token> tokens, int at) =>
        Lower(tokens, at + 1) == "to"
        && !(Lower(tokens, at - 1) is "is" or "are" or "was" or "were" or "be" or "being" or "been"
            && Lower(tokens, at + 2) is { Length: > 0 } what && !BeforeNoun.Contains(what) && !Objects.Contains(what)
            && !what.EndsWith("ing", StringComparison.Ordinal));

    /// <summary>After have, what is no participle is had: separate rooms, live music.</summary>
    private static bool IsParticiple(string word) => word is "read" or "wound" || word.EndsWith("ed", StringComparison.Ordinal);

    /// <summary>They often read, had never read; but is always present.</summary>
    private static WordTag AfterAdverb(IReadOnlyList<Token> tokens, int at, string word)
    {
        var subject = Lower(tokens, at - 2);
        return Perfect.Contains(subject) ? (IsParticiple(word) ? WordTag.Participle : WordTag.Noun)
            : BeforeVerb.Contains(subject) || IsPlural(subject) ? WordTag.Verb
            : subject is "he" or "she" && word is "read" or "wound" ? WordTag.PastVerb
            : WordTag.Unknown;
    }

    /// <summary>What somebody did: with he and she there would be an s, or the clause says when it was.</summary>
    private static bool HeardOfPast(IReadOnlyList<Token> tokens, int at, string before)
    {
        if (Singular.Contains(before) || (BeforeNoun.Contains(Lower(tokens, at - 2)) && !IsPlural(before) && !Prepositions.Contains(before)
            && !BeforeVerb.Contains(before) && !BeforeNoun.Contains(before) && tokens[at - 1].IsWord))
        {
            return true;
        }

        var first = at;
        while (first > 0 && tokens[first - 1].IsWord)
        {
            first--;
        }

        for (var other = first; other < tokens.Count && tokens[other].IsWord; other++)
        {
            if (other != at && Past.Contains(Lower(tokens, other)))
            {
                return !BeforeVerb.Contains(before) || Subjects.Contains(before);
            }
        }

        return false;
    }

    /// <summary>A close friend, an invalid name; but the close of day.</summary>
    private static bool IsAdjective(string word, string next) =>
        Adjectives.Contains(word) && next.Length > 0 && !Prepositions.Contains(next) && next is not ("is" or "was" or "and" or "or" or "to");

    /// <summary>She lives, it tears.</summary>
    private static bool IsThirdPerson(string before, string word) => before is "he" or "she" || (before == "it" && word is [.., 's']);

    /// <summary>A poor excuse, the best use: the last word of what an article began, and no verb of several.</summary>
    private static bool EndsPhrase(IReadOnlyList<Token> tokens, int at, string before) =>
        at > 1 && BeforeNoun.Contains(Lower(tokens, at - 2)) && tokens[at - 1].IsWord && !IsPlural(before) && !Prepositions.Contains(before)
        && !(at + 1 < tokens.Count && tokens[at + 1].IsWord);

    /// <summary>Shops close at noon, farmers live here: several, and then what they do with a word that says where or when.</summary>
    private static bool Acts(string before, string word, string next) =>
        word is "live" or "lives" ? Places.Contains(next) && before.Length > 0 && !Shown.Contains(before)
        : IsPlural(before) && !Attributes.Contains(before) && !IsPlural(word) && (Places.Contains(next) || !AfterNoun.Contains(next));

    private static bool IsPlural(string word) =>
        word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i' or '\'');

    private static bool IsCapitals(Token token) =>
        token.IsWord && token.Text.Length > 1 && LetterCase.IsUpper(token.Text);

    private static string Lower(IReadOnlyList<Token> tokens, int at) =>
        at >= 0 && at < tokens.Count ? tokens[at].Text.ToLowerInvariant() : string.Empty;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
