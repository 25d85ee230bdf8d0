namespace TtsConsumers.Speech.Text.English;

/// <summary>
/// Reads a word by en-us.tsv: the special words, the case, the word itself, then its stem with -s, -ed or -ing. The order of questions
/// is that of misaki 0.9.4 (Apache-2.0), with which the voice was trained.
/// </summary>
internal sealed class LexiconReader(EnglishLexicon lexicon, Speller speller)
{
    /// <summary>A proper noun in capitals up to this length keeps its capitals: it is rather an abbreviation.</summary>
    private const int LongestAbbreviation = 7;

    /// <summary>A word in capitals up to this length is spelled when it has no entry; a longer one is rather a shouted name.</summary>
    private const int LongestAcronym = 5;

    private readonly SpecialWords _special = new(speller);

    /// <summary>Reads a word.</summary>
    /// <returns>Raw phonemes, with ɾ and ʔ; null when the lexicon doesn't know the word.</returns>
    public string? Read(string word, WordTag tag, NextSound next)
    {
        if (_special.Read(word, tag, next) is { } special)
        {
            return special;
        }

        var known = SpeaksInLowerCase(word, tag) ? word.ToLowerInvariant() : word;
        return (IsKnown(known) ? Find(word, known, tag, next) : null) ?? Inflected(word, known, tag, next);
    }

    /// <summary>A capitalised or shouted word that only its lower case is known of.</summary>
    private bool SpeaksInLowerCase(string word, WordTag tag)
    {
        var lower = word.ToLowerInvariant();
        var isCase = LetterCase.IsUpper(word) || LetterCase.IsLower(word.AsSpan(1));
        return word.Length > 1 && !LetterCase.IsLower(word) && isCase && word.All(c => c == '\'' || char.IsAsciiLetter(c))
            && (tag != WordTag.ProperNoun || word.Length > LongestAbbreviation)
            && !lexicon.TryFind(word, out _)
            && (lexicon.TryFind(lower, out _) || Inflected(lower, lower, tag, NextSound.Pause) is not null);
    }

    private bool IsKnown(string word) =>
        lexicon.TryFind(word, out _)
        || (word.All(char.IsAsciiLetter) && word.Length <= LongestAcronym && LetterCase.IsUpper(word.AsSpan(1)));

    /// <summary>Looks a known word up, in capitals as its lower case; what has no entry then is spelled.</summary>
    private string? Find(string written, string word, WordTag tag, NextSound next)
    {
        var isName = false;
        if (LetterCase.IsUpper(word) && !(lexicon.TryFind(word, out var own) && !own.IsSilver))
        {
            word = word.ToLowerInvariant();
            isName = tag == WordTag.ProperNoun;
        }

        var found = lexicon.TryFind(word, out var entry) && !(isName && entry.IsSilver);
        var phonemes = found ? entry.For(tag, next == NextSound.Pause).ToString() : string.Empty;
        var spells = phonemes.Length == 0 || (isName && !phonemes.Contains(Sounds.Primary, StringComparison.Ordinal));
        return !spells ? Stress.FromCase(written, phonemes) : word.All(char.IsAsciiLetter) ? speller.Spell(word) : null;
    }

    private string? Inflected(string written, string word, WordTag tag, NextSound next)
    {
        return Ending(Inflection.StemsOfS(word), Inflection.AddS)
            ?? Ending(Inflection.StemsOfEd(word), Inflection.AddEd)
            ?? Ending(Inflection.StemsOfIng(word), Inflection.AddIng);

        string? Ending(IEnumerable<string> stems, Func<string, string> add) =>
            stems.FirstOrDefault(IsKnown) is { } stem && Find(written, stem, tag, next) is { } phonemes ? add(phonemes) : null;
    }
}
