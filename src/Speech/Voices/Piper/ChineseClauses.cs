using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Explaining;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>Gathers the words of a Chinese text into lines for espeak-ng: pinyin and Latin words apart, and neither over a mark.</summary>
internal sealed class ChineseClauses
{
    // Far below the program's own limits: 100 syllables.
    private const int LongestLine = 600;
    private const string SentenceMarks = "。！？.!?\n";

    private readonly List<List<Part>> _sentences = [[]];
    private bool _joins;

    /// <summary>A line for espeak-ng.</summary>
    /// <param name="Text">Words, parted by blanks.</param>
    /// <param name="IsPinyin">Whether they are pinyin; else Latin words.</param>
    /// <param name="Words">For each syllable or Latin word, the word of the text as sent that it belongs to.</param>
    public readonly record struct Part(string Text, bool IsPinyin, IReadOnlyList<Place> Words);

    /// <summary>The lines of each sentence.</summary>
    public IReadOnlyList<IReadOnlyList<Part>> Sentences => _sentences;

    /// <summary>All lines.</summary>
    public IEnumerable<Part> Parts => _sentences.SelectMany(sentence => sentence);

    /// <summary>Adds a word, or what stands between words.</summary>
    public void Add(string said, ExplainedWord? word)
    {
        if (word is not null)
        {
            // espeak-ng knows few words: the voices were trained on syllables that stand alone.
            var place = new Place(word.From, word.To);
            Add(word.Citation.Count > 0
                ? new Part(string.Join(' ', word.Citation), IsPinyin: true, [.. Enumerable.Repeat(place, word.Citation.Count)])
                : new Part(said, IsPinyin: false, [place]));
        }
        else if (!string.IsNullOrWhiteSpace(said) || said == "\n")
        {
            _joins = false;
            if (SentenceMarks.Contains(said, StringComparison.Ordinal) && _sentences[^1].Count > 0)
            {
                _sentences.Add([]);
            }
        }
    }

    private void Add(Part part)
    {
        var sentence = _sentences[^1];
        if (_joins && sentence.Count > 0 && sentence[^1].IsPinyin == part.IsPinyin && sentence[^1].Text.Length + part.Text.Length < LongestLine)
        {
            sentence[^1] = part with { Text = $"{sentence[^1].Text} {part.Text}", Words = [.. sentence[^1].Words, .. part.Words] };
        }
        else
        {
            sentence.Add(part);
        }

        _joins = true;
    }
}
