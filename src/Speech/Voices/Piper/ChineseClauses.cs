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
    public readonly record struct Part(string Text, bool IsPinyin);

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
            AddWord(word.Citation.Count > 0 ? string.Join(' ', word.Citation) : said, word.Citation.Count > 0);
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

    private void AddWord(string text, bool isPinyin)
    {
        var sentence = _sentences[^1];
        if (_joins && sentence.Count > 0 && sentence[^1].IsPinyin == isPinyin && sentence[^1].Text.Length + text.Length < LongestLine)
        {
            sentence[^1] = sentence[^1] with { Text = $"{sentence[^1].Text} {text}" };
        }
        else
        {
            sentence.Add(new Part(text, isPinyin));
        }

        _joins = true;
    }
}
