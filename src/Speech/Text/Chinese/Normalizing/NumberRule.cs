using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>Any other number. 2 is 两 before what it counts, also when that comes after the end of a range: 2~3天.</summary>
internal sealed partial class NumberRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var counts = !match.Groups["ordinal"].Success && MeasureWords.StandsAt(text, EndOfRange(match));
        return counts ? ChineseNumber.Count(match.Value) : ChineseNumber.Say(match.Value);
    }

    private static int EndOfRange(Match match) => match.Index + match.Length + match.Groups["more"].Length;

    [GeneratedRegex(@"\G(?<ordinal>(?<=第 ?))?" + ChineseNumber.Shape + @"(?=(?<more>[-~–—到至]\d+)?)")]
    private static partial Regex Shape();
}
