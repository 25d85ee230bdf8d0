using System.Text;

namespace TtsConsumers.Speech.Text;

/// <summary>Joins the phonemes of passages: one blank in a row, none before a closing mark, and nothing the voice does not know.</summary>
/// <param name="vocabulary">The symbols of the voice.</param>
internal sealed class PhonemeJoin(Vocabulary vocabulary)
{
    private readonly StringBuilder _phonemes = new();

    /// <summary>Symbols the voice lacks. They can only come from a lexicon of somebody's own.</summary>
    public LeftOut Strange { get; } = new();

    /// <summary>Adds a passage.</summary>
    public void Add(string phonemes)
    {
        Add(' ');
        foreach (var symbol in phonemes)
        {
            Add(symbol);
        }
    }

    /// <summary>Everything joined. Marks that begin the text have lost what stood before them.</summary>
    public override string ToString() => _phonemes.ToString().TrimStart(' ', ',', '.', ';', ':', '!', '?').TrimEnd();

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
