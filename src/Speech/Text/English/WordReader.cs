using System.Buffers;

namespace TtsConsumers.Speech.Text.English;

/// <summary>
/// Reads any word: our own list, the lexicon with its endings, the list of names, spelling, the parts of a compound, at last letter to
/// sound.
/// </summary>
internal sealed class WordReader
{
    private static readonly SearchValues<char> VowelLetters = SearchValues.Create("aeiouyAEIOUY");

    private readonly EnglishLexicon _lexicon;
    private readonly LexiconReader _reader;
    private readonly Speller _speller;
    private readonly CompoundReader _compounds;
    private readonly LetterToSound _letters;

    /// <summary>Joins the sources.</summary>
    public WordReader(EnglishLexicon lexicon, LetterToSound letters)
    {
        _lexicon = lexicon;
        _letters = letters;
        _speller = new Speller(lexicon);
        _reader = new LexiconReader(lexicon, _speller);
        _compounds = new CompoundReader(Known, Read);
    }

    /// <summary>Reads a word.</summary>
    /// <param name="word">Letters, with inner apostrophes, hyphens or dots.</param>
    /// <param name="tag">Its tag.</param>
    /// <param name="next">What follows.</param>
    /// <returns>Raw phonemes, with ɾ and ʔ.</returns>
    public string Read(string word, WordTag tag, NextSound next) =>
        Known(word, tag, next)
        ?? (CompoundReader.PartsOf(word).Length > 1 ? _compounds.Read(word, next)
            : MustSpell(word) ? _speller.Spell(word)
            : Stress.FromCase(word, _letters.Read(word)));

    private string? Known(string word, WordTag tag, NextSound next) =>
        _lexicon.Extra.TryFind(word, out var own) ? own.ToString()
        : _reader.Read(word, tag, next)
        ?? (_lexicon.Names.TryFind(word.ToLowerInvariant(), out var name) ? Stress.FromCase(word, name.ToString()) : null);

    /// <summary>No vowel letter: nobody could pronounce it.</summary>
    private static bool MustSpell(string word) => word.AsSpan().IndexOfAny(VowelLetters) < 0;
}
