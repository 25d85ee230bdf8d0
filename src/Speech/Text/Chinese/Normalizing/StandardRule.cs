using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>The number of a standard: GB/T 19001-2016 is GBT一九零零一杠二零一六.</summary>
internal sealed partial class StandardRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var year = match.Groups["year"];
        return match.Groups["body"].Value.Replace("/", string.Empty, StringComparison.Ordinal)
            + ChineseNumber.Digits(match.Groups["number"].ValueSpan) + (year.Success ? $"杠{ChineseNumber.Digits(year.ValueSpan)}" : string.Empty);
    }

    [GeneratedRegex(@"\G(?<![A-Za-z])(?<body>(?:GB|DB|QB|HJ|YY|JB|SN|CJ)(?:/T)?|ISO|IEC)[ -]?(?<number>\d{3,6})(?:-(?<year>(?:19|20)\d\d))?(?![\d.])")]
    private static partial Regex Shape();
}
