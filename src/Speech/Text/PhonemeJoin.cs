using System.Text;

namespace TtsConsumers.Speech.Text;

/// <summary>Joins the phonemes of passages: one blank in a row, none before a closing mark, and nothing the voice does not know.</summary>
/// <param name="vocabulary">The symbols of the voice.</param>
internal sealed class PhonemeJoin(Vocabulary vocabulary)
{
    private readonly StringBuilder _phonemes = new();
    private readonly List<WordSpan> _words = [];

    /// <summary>Symbols the voice lacks. They can only come from a lexicon of somebody's own.</summary>
    public LeftOut Strange { get; } = new();

    /// <summary>Adds a passage.</summary>
    public void Add(PhonemeText text)
    {
        Add(' ');
        var at = 0;
        foreach (var word in text.Words)
        {
            Add(text.Phonemes.AsSpan(at, word.Start - at));
            var first = _phonemes.Length;
            Add(text.Phonemes.AsSpan(word.Start, word.End - word.Start));
            _words.Add(word with { Start = first, End = _phonemes.Length });
            at = word.End;
        }

        Add(text.Phonemes.AsSpan(at));
    }

    /// <summary>Everything joined. Marks that begin the text have lost what stood before them.</summary>
    public PhonemeText ToText()
    {
        var all = _phonemes.ToString();
        var trimmed = all.TrimStart(' ', ',', '.', ';', ':', '!', '?');
        var lost = all.Length - trimmed.Length;
        return new PhonemeText(trimmed.TrimEnd(), [.. _words.Select(word => word with { Start = word.Start - lost, End = word.End - lost })]);
    }

    private void Add(ReadOnlySpan<char> symbols)
    {
        foreach (var symbol in symbols)
        {
            Add(symbol);
        }
    }

    private void Add(char symbol)
    {
        if (!vocabulary.Contains(symbol))
        {
            Strange.Add(Rune.TryCreate(symbol, out var rune) ? rune : Rune.ReplacementChar);
            return;
        }

        var isBlank = _phonemes.Length > 0 && _phonemes[^1] == ' ';
        if (isBlank && symbol is ',' or '.' or '!' or '?' or ';' or ':')
        {
            _phonemes.Length--;
        }

        if (!(isBlank && symbol == ' '))
        {
            _phonemes.Append(symbol);
        }
    }
}
