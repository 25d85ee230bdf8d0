using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Chinese;

namespace TtsConsumers.Speech.Text.Overrides;

/// <summary>Readings in braces behind Hanzi, 行{hang2} or 行长{hang2 zhang3}: writes the good ones plainly and takes the others out.</summary>
/// <param name="syllables">Knows what is a syllable.</param>
internal sealed partial class InlineReadings(Syllables syllables)
{
    private const string Tones = "12345";

    /// <summary>Settles the braces of a cleaned text. Braces that don't look like a reading stay as they are.</summary>
    /// <param name="text">The text.</param>
    /// <param name="notes">Takes a sentence for each reading that can't be used.</param>
    public PlacedText Settle(PlacedText text, ICollection<string> notes) =>
        text.Text.Contains('{', StringComparison.Ordinal) ? text.Replace(Braces(), braces => Settle(braces, notes)) : text;

    private string Settle(Match braces, ICollection<string> notes)
    {
        var parts = braces.Groups["reading"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var pinyin = Array.ConvertAll(parts, Syllables.Plain);
        var characters = braces.Groups["characters"].Value;
        if (pinyin.All(syllables.Contains) && pinyin.Length <= characters.Length)
        {
            return $"{{{string.Join(' ', pinyin)}}}";
        }

        if (!Array.TrueForAll(pinyin, IsAttempt))
        {
            return braces.Value;
        }

        var fault = pinyin.All(syllables.Contains)
            ? $"there are {pinyin.Length} syllables behind {characters.Length} Hanzi"
            : "write pinyin with the number of its tone, 1 to 5, such as {hang2}";
        notes.Add($"the reading {braces.Value} behind {characters} is not used: {fault}");
        return string.Empty;
    }

    /// <summary>Something with a number at its end, or a syllable without one.</summary>
    private bool IsAttempt(string part) => char.IsAsciiDigit(part[^1]) || Tones.Any(tone => syllables.Contains($"{part}{tone}"));

    /// <summary>A digit becomes a Hanzi when it is said, so it may have a reading too: 2{liang3}.</summary>
    [GeneratedRegex(@"(?<=(?<characters>[\u3400-\u9fff〇]{1,64}|\d))\{(?<reading>[A-Za-z:]{1,8}\d?(?: +[A-Za-z:]{1,8}\d?)*)\}")]
    private static partial Regex Braces();
}
