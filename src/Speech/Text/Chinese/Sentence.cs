namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>A normalised Chinese text on its way through the stages: each fills in its part.</summary>
/// <remarks>
/// Syllables are pinyin with a tone number, neutral tone 5, ü written v, at the index of their character; empty where there is no
/// Hanzi.
/// </remarks>
internal sealed class Sentence
{
    private readonly PlacedText _placed;
    private readonly int[] _wordAt;

    /// <summary>Makes a sentence of a text and its words.</summary>
    public Sentence(PlacedText placed, IReadOnlyList<Word> words)
    {
        (_placed, Words) = (placed, words);
        _wordAt = new int[placed.Length];
        Array.Fill(_wordAt, -1);
        for (var word = 0; word < words.Count; word++)
        {
            _wordAt.AsSpan(words[word].Start, words[word].Length).Fill(word);
        }

        Citation = new string[placed.Length];
        Array.Fill(Citation, string.Empty);
        Sources = new ReadingSource[placed.Length];
        Spoken = [];
    }

    /// <summary>The text.</summary>
    public string Text => _placed.Text;

    /// <summary>The words of all its runs of Hanzi.</summary>
    public IReadOnlyList<Word> Words { get; }

    /// <summary>The syllables as a dictionary gives them: 一 is yi1, 不 is bu4.</summary>
    public string[] Citation { get; }

    /// <summary>What decided each of them.</summary>
    public ReadingSource[] Sources { get; }

    /// <summary>The syllables as they are said; empty before sandhi.</summary>
    public string[] Spoken { get; private set; }

    /// <summary>The characters of a word.</summary>
    public ReadOnlySpan<char> this[Word word] => Text.AsSpan(word.Start, word.Length);

    /// <summary>Some of its characters.</summary>
    public PlacedText Slice(int start, int end) => _placed.Slice(start, end);

    /// <summary>Where some of its characters stand in the text as sent.</summary>
    public Place PlaceOf(int start, int end) => _placed.PlaceOf(start, end);

    /// <summary>The number of the word a Hanzi belongs to; -1 where there is no Hanzi.</summary>
    public int WordAt(int at) => _wordAt[at];

    /// <summary>The character at an index when it is a Hanzi of a word, else NUL: a run ends there.</summary>
    public char HanziAt(int at) => at >= 0 && at < Text.Length && _wordAt[at] >= 0 ? Text[at] : '\0';

    /// <summary>The tone of a citation syllable, 1 to 5; 0 where there is none.</summary>
    public int CitationTone(int at) => HanziAt(at) == '\0' ? 0 : Tone(Citation[at]);

    /// <summary>Cites a character.</summary>
    public void Cite(int at, string syllable, ReadingSource source) => (Citation[at], Sources[at]) = (syllable, source);

    /// <summary>Sandhi begins: what is said is what is cited, until a rule changes it.</summary>
    public void BeginSandhi() => Spoken = [.. Citation];

    /// <summary>Says a character in another tone.</summary>
    public void SayTone(int at, int tone) => Spoken[at] = $"{Citation[at].AsSpan(0, Citation[at].Length - 1)}{tone}";

    private static int Tone(string syllable) => syllable.Length == 0 ? 0 : syllable[^1] - '0';
}
