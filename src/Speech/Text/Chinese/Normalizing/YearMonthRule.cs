using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A month of a year in figures: 2024/12 and 2024-05 are 二零二四年十二月 and 二零二四年五月.</summary>
internal sealed partial class YearMonthRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        $"{ChineseNumber.Digits(match.Groups["year"].ValueSpan)}年{ChineseNumber.Cardinal(match.Groups["month"].Value)}月";

    [GeneratedRegex(@"\G(?<![\d./-])(?<year>(?:19|20)\d\d)(?:/(?<month>1[0-2]|0?[1-9])|-(?<month>1[0-2]|0[1-9]))(?![\d/.-]|[年月])")]
    private static partial Regex Shape();
}
