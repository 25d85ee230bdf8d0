using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A number that belongs to letters: A4 is A四, MP3 MP三, A380 A三八零.</summary>
internal sealed partial class LetterNumberRule() : NormalizationRule(Shape())
{
    private const int LongestQuantity = 2;

    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        match.Length <= LongestQuantity ? ChineseNumber.Say(match.Value) : ChineseNumber.Digits(match.ValueSpan);

    [GeneratedRegex(@"\G(?<=[A-Za-z]-?|[A-Za-z]\d{1,5}-)\d{1,5}(?![\d.,]*\d)")]
    private static partial Regex Shape();
}
