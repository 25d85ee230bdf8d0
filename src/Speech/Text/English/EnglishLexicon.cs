using System.Collections.Frozen;

namespace TtsConsumers.Speech.Text.English;

/// <summary>The tables of lexicon/en.</summary>
/// <param name="Extra">en-us-extra.tsv: our own words, by exact spelling; wins over everything.</param>
/// <param name="Main">en-us.tsv.</param>
/// <param name="Names">en-us-cmu.tsv, lower case: asked when nobody else knows.</param>
/// <param name="Senses">contexts.tsv.</param>
internal sealed record EnglishLexicon(LexiconTable Extra, LexiconTable Main, LexiconTable Names, WordSenses Senses)
{
    private readonly FrozenDictionary<char, string> _letters = Enumerable.Range('A', 26).ToFrozenDictionary(letter => (char)letter, letter =>
        Main.TryFind([(char)letter], out var name) ? new LexiconEntry(name).Default.ToString() : string.Empty);

    /// <summary>Reads the tables of a folder.</summary>
    public static EnglishLexicon Load(string folder)
    {
        return new EnglishLexicon(Table("en-us-extra.tsv"), Table("en-us.tsv"), Table("en-us-cmu.tsv"),
            WordSenses.Load(Path.Combine(folder, "contexts.tsv")));

        LexiconTable Table(string name) => LexiconTable.Load(Path.Combine(folder, name));
    }

    /// <summary>
    /// Finds a word of en-us.tsv. An entry also answers for its twin: that of "monday" for "Monday" and the other way round. Hand-made
    /// entries go before machine-made ones.
    /// </summary>
    public bool TryFind(string word, out LexiconEntry entry)
    {
        var found = TryFindExact(word, out entry);
        if ((!found || entry.IsSilver) && Twin(word) is { } twin && TryFindExact(twin, out var other) && (!found || !other.IsSilver))
        {
            found = true;
            entry = other;
        }

        return found;
    }

    /// <summary>The name of a letter, such as <c>bˈi</c>.</summary>
    public string LetterName(char letter) => _letters[char.ToUpperInvariant(letter)];

    private bool TryFindExact(string word, out LexiconEntry entry)
    {
        var found = Main.TryFind(word, out var value);
        entry = new LexiconEntry(value);
        return found;
    }

    private static string? Twin(string word)
    {
        if (word.Length < 2)
        {
            return null;
        }

        var lower = word.ToLowerInvariant();
        var capital = char.ToUpperInvariant(word[0]) + lower[1..];
        return word == lower && capital != lower ? capital : word == capital && capital != lower ? lower : null;
    }
}
