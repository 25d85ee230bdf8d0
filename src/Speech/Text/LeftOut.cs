using System.Globalization;
using System.Text;

namespace TtsConsumers.Speech.Text;

/// <summary>The characters of a text that can't be spoken, each once, in the order they came.</summary>
internal sealed class LeftOut
{
    /// <summary>A message names so many and counts the rest: it travels in a message header.</summary>
    private const int Named = 10;

    private readonly List<Rune> _runes = [];

    /// <summary>Whether something was left out.</summary>
    public bool Any => _runes.Count > 0;

    /// <summary>Remembers a character.</summary>
    public void Add(Rune rune)
    {
        if (!_runes.Contains(rune))
        {
            _runes.Add(rune);
        }
    }

    /// <summary>The characters with their code points: <c>😀 (U+1F600), я (U+044F)</c>.</summary>
    public override string ToString()
    {
        var names = string.Join(", ", _runes.Take(Named).Select(Name));
        return _runes.Count > Named ? $"{names} and {_runes.Count - Named} more" : names;
    }

    private static string Name(Rune rune)
    {
        var code = $"U+{rune.Value.ToString("X4", CultureInfo.InvariantCulture)}";
        return IsVisible(rune) ? $"{rune} ({code})" : code;
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Surrogate);
}
