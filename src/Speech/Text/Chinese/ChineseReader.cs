using TtsConsumers.Speech.Text.Chinese.Contexts;
using TtsConsumers.Speech.Text.Chinese.Normalizing;
using TtsConsumers.Speech.Text.Chinese.Sandhi;
using TtsConsumers.Speech.Text.Chinese.WordRules;
using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>Reads Chinese passages: marks, normaliser, segmenter, reader, word rules, sandhi, phonemes, one after the other.</summary>
internal sealed class ChineseReader : IDisposable
{
    private readonly ChineseNormalizer _normalizer = new();
    private readonly Syllables _syllables;
    private readonly PolyphoneModel _polyphones;
    private readonly CharacterReader _characters;
    private readonly OneCharacterWords _wordRules;
    private readonly CharacterContexts _contexts;
    private readonly ToneSandhi _sandhi;
    private readonly PhonemeWriter _writer;

    /// <summary>Joins the stages.</summary>
    /// <param name="lexicon">The tables of lexicon/zh.</param>
    /// <param name="polyphones">The model; disposed of with the reader.</param>
    /// <param name="latin">Speaks the Latin words of a Chinese passage.</param>
    public ChineseReader(ChineseLexicon lexicon, PolyphoneModel polyphones, Func<PlacedText, IEnumerable<SpokenPart>> latin)
    {
        _polyphones = polyphones;
        _syllables = lexicon.Syllables;
        Segmenter = new Segmenter(lexicon.Words);
        _characters = new CharacterReader(lexicon.Hanzi, lexicon.Words, polyphones);
        _wordRules = new OneCharacterWords(lexicon.Words);
        _contexts = lexicon.Contexts;
        _sandhi = new ToneSandhi(lexicon.Hanzi, lexicon.Words);
        _writer = new PhonemeWriter(lexicon.Syllables, latin);
    }

    /// <summary>Parts words, and weighs those of somebody's own.</summary>
    public Segmenter Segmenter { get; }

    /// <summary>Reads a cleaned passage.</summary>
    /// <returns>Phonemes; may begin or end with a blank.</returns>
    public PhonemeText Read(PlacedText passage, TextOverrides overrides) => _writer.Write(Analyse(Normalize(passage), overrides), overrides.Sounds);

    /// <summary>The passage as it is said, in Hanzi, Latin words and Chinese marks.</summary>
    public PlacedText Normalize(PlacedText passage) => _normalizer.Normalize(MarkStyle.Apply(passage));

    /// <summary>Words and syllables of a normalised passage.</summary>
    public Sentence Analyse(PlacedText normalized, TextOverrides overrides)
    {
        var readings = FixedReadings.Extract(normalized, _syllables, out var plain);
        var sentence = Segmenter.Cut(plain, overrides.Words);
        _characters.Read(sentence, overrides.Words);
        Surnames.Apply(sentence);
        _wordRules.Apply(sentence);
        _contexts.Apply(sentence);
        readings.Cite(sentence);
        _sandhi.Apply(sentence);
        readings.Say(sentence);
        return sentence;
    }

    /// <summary>The words and marks of a passage that was analysed, with their phonemes.</summary>
    public IEnumerable<SpokenPart> Parts(Sentence sentence, TextOverrides overrides) => _writer.Parts(sentence, overrides.Sounds);

    /// <inheritdoc/>
    public void Dispose() => _polyphones.Dispose();
}
