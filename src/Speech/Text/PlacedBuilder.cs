using System.Text;

namespace TtsConsumers.Speech.Text;

/// <summary>Writes a <see cref="PlacedText"/> from left to right.</summary>
/// <param name="capacity">How many characters are to be expected.</param>
internal sealed class PlacedBuilder(int capacity)
{
    private readonly StringBuilder _text = new(capacity);
    private readonly List<Place> _places = new(capacity);

    /// <summary>How many characters there are.</summary>
    public int Length => _text.Length;

    /// <summary>A character.</summary>
    public char this[int at] => _text[at];

    /// <summary>Adds a character.</summary>
    public void Append(char character, Place place)
    {
        _text.Append(character);
        _places.Add(place);
    }

    /// <summary>Adds characters that all came from one place.</summary>
    public void Append(ReadOnlySpan<char> characters, Place place)
    {
        foreach (var character in characters)
        {
            Append(character, place);
        }
    }

    /// <summary>Adds a part of another text.</summary>
    public void Append(PlacedText text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            Append(text.Text[at], text.PlaceOf(at));
        }
    }

    /// <summary>Says that more of the text as sent belongs to the last character: an accent that was left out.</summary>
    /// <param name="to">Index behind it.</param>
    public void Widen(int to)
    {
        if (_places.Count > 0)
        {
            _places[^1] = _places[^1] with { To = to };
        }
    }

    /// <summary>What was written.</summary>
    public PlacedText ToText() => new(_text.ToString(), [.. _places]);
}
