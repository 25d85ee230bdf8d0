using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>Any other number; parted from letters beside it: MP3 is MP three.</summary>
internal sealed partial class NumberRule() : NormalizationRule(Shape())
{
    private const int ShortestCode = 5;

    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var end = match.Index + match.Length;
        var before = match.Index > 0 && text[match.Index - 1] == '-' ? " " : string.Empty;
        var after = end < text.Length && Script.IsLatin(text[end]) && !IsPlural(text, end) ? " " : string.Empty;
        var said = IsCode(match, text) ? EnglishNumber.Digits(match.ValueSpan)
            : EnglishNumber.Say(match.Value.StartsWith('.') ? $"0{match.Value}" : match.Value);
        return before + said + after;
    }

    /// <summary>Many figures beside a letter are no quantity: AA10123456784.</summary>
    private static bool IsCode(Match match, string text) =>
        match.Length >= ShortestCode && match.Value.All(char.IsAsciiDigit) && match.Index > 0 && Script.IsLatin(text[match.Index - 1]);

    /// <summary>MP3s: the s belongs to the number.</summary>
    private static bool IsPlural(string text, int at) => text[at] == 's' && !(at + 1 < text.Length && Script.IsLatin(text[at + 1]));

    [GeneratedRegex(@"\G(?:" + EnglishNumber.Shape + @"|(?<![\w.])\.\d+)")]
    private static partial Regex Shape();
}
