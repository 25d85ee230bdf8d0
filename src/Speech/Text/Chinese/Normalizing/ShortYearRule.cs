using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A year of two digits before a month, and a span of plausible years: 98年5月, 1998-2005.</summary>
internal sealed partial class ShortYearRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var to = match.Groups["to"];
        return ChineseNumber.Digits(match.Groups["from"].ValueSpan) + (to.Success ? $"到{ChineseNumber.Digits(to.ValueSpan)}" : string.Empty);
    }

    [GeneratedRegex(@"\G(?<![\d.,-])(?:(?<from>(?:19|20)\d\d)[-~–—](?<to>(?:19|20)\d\d)(?![\d.%-])|(?<from>\d\d)(?=年(?:1[0-2]|0?[1-9])月))")]
    private static partial Regex Shape();
}
