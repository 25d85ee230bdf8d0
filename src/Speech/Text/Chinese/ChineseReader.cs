using TtsConsumers.Speech.Text.Chinese.Normalizing;
using TtsConsumers.Speech.Text.Chinese.Sandhi;
using TtsConsumers.Speech.Text.Chinese.WordRules;

namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>Reads Chinese passages: marks, normaliser, segmenter, reader, word rules, sandhi, phonemes, one after the other.</summary>
internal sealed class ChineseReader : IDisposable
{
    private readonly ChineseNormalizer _normalizer = new();
    private readonly PolyphoneModel _polyphones;
    private readonly Segmenter _segmenter;
    private readonly CharacterReader _characters;
    private readonly OneCharacterWords _wordRules;
    private readonly ToneSandhi _sandhi;
    private readonly PhonemeWriter _writer;

    /// <summary>Joins the stages.</summary>
    /// <param name="lexicon">The tables of lexicon/zh.</param>
    /// <param name="polyphones">The model; disposed of with the reader.</param>
    /// <param name="latin">Speaks the Latin words of a Chinese passage.</param>
    public ChineseReader(ChineseLexicon lexicon, PolyphoneModel polyphones, Func<string, string> latin)
    {
        _polyphones = polyphones;
        _segmenter = new Segmenter(lexicon.Words);
        _characters = new CharacterReader(lexicon.Hanzi, lexicon.Words, polyphones);
        _wordRules = new OneCharacterWords(lexicon.Words);
        _sandhi = new ToneSandhi(lexicon.Hanzi, lexicon.Words);
        _writer = new PhonemeWriter(lexicon.Syllables, latin);
    }

    /// <summary>Reads a cleaned passage.</summary>
    /// <returns>Phonemes; may begin or end with a blank.</returns>
    public string Read(string passage) => _writer.Write(Analyse(Normalize(passage)));

    /// <summary>The passage as it is said, in Hanzi, Latin words and Chinese marks.</summary>
    public string Normalize(string passage) => _normalizer.Normalize(MarkStyle.Apply(passage));

    /// <summary>Words and syllables of a normalised passage.</summary>
    public Sentence Analyse(string normalized)
    {
        var readings = FixedReadings.Extract(normalized, _writer.Knows, out var plain);
        var sentence = _segmenter.Cut(plain);
        _characters.Read(sentence);
        _wordRules.Apply(sentence);
        readings.Apply(sentence.Citation);
        _sandhi.Apply(sentence);
        readings.Apply(sentence.Spoken);
        return sentence;
    }

    /// <inheritdoc/>
    public void Dispose() => _polyphones.Dispose();
}
