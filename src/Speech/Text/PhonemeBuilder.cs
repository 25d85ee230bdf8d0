using System.Text;

namespace TtsConsumers.Speech.Text;

/// <summary>Writes phonemes from left to right, and remembers which word they belong to.</summary>
internal sealed class PhonemeBuilder
{
    private readonly List<WordSpan> _words = [];

    /// <summary>The phonemes so far.</summary>
    public StringBuilder Phonemes { get; } = new();

    /// <summary>Adds a word.</summary>
    public void AppendWord(string phonemes, Place place)
    {
        _words.Add(new WordSpan(place.From, place.To, Phonemes.Length, Phonemes.Length + phonemes.Length));
        Phonemes.Append(phonemes);
    }

    /// <summary>What was written.</summary>
    public PhonemeText ToText() => new(Phonemes.ToString(), _words);
}
