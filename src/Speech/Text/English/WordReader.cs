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
        _compounds = new CompoundReader((part, tag, next) => Known(part, tag, next)?.Phonemes, (part, tag, next) => Read(part, tag, next).Phonemes);
    }

    /// <summary>Reads a word.</summary>
    /// <param name="word">Letters, with inner apostrophes, hyphens or dots.</param>
    /// <param name="tag">Its tag.</param>
    /// <param name="next">What follows.</param>
    public SpokenWord Read(string word, WordTag tag, NextSound next) =>
        Known(word, tag, next)
        ?? (CompoundReader.PartsOf(word).Length > 1 ? new SpokenWord(_compounds.Read(word, next), WordSource.Parts)
            : MustSpell(word) ? new SpokenWord(_speller.Spell(word), WordSource.Spelled)
            : new SpokenWord(Stress.FromCase(word, _letters.Read(word)), WordSource.Model));

    private SpokenWord? Known(string word, WordTag tag, NextSound next) =>
        _lexicon.Extra.TryFind(word, out var own) ? new SpokenWord(own.ToString(), WordSource.Extra)
        : _reader.Read(word, tag, next) is { } found ? new SpokenWord(found, WordSource.Lexicon)
        : _lexicon.Names.TryFind(word.ToLowerInvariant(), out var name) ? new SpokenWord(Stress.FromCase(word, name.ToString()), WordSource.Names)
        : null;

    /// <summary>No vowel letter: nobody could pronounce it.</summary>
    private static bool MustSpell(string word) => word.AsSpan().IndexOfAny(VowelLetters) < 0;
}
