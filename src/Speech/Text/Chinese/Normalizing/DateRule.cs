using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A date in figures: 2026-11-22, 2026/11/22 or 2026.11.22 is 二零二六年十一月二十二日, and so is 11/22/2026.</summary>
internal sealed partial class DateRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        $"{ChineseNumber.Digits(match.Groups["year"].ValueSpan)}年{Part(match, "month")}月{Part(match, "day")}日";

    private static string Part(Match match, string name) => ChineseNumber.Cardinal(match.Groups[name].Value);

    [GeneratedRegex(
        """
        \G(?<![\d.])(?<year>[12]\d{3})(?<sign>[-/.])(?<month>1[0-2]|0?[1-9])\k<sign>(?<day>3[01]|[12]\d|0?[1-9])
        (?!\d|\.\d|-(?![12]\d{3}\k<sign>))日?
        |\G(?<![\d/.])(?:(?<month>1[0-2]|0?[1-9])/(?<day>3[01]|[12]\d|0?[1-9])|(?<day>3[01]|2\d|1[3-9])/(?<month>1[0-2]|0?[1-9]))/(?<year>(?:19|20)\d\d)(?![\d/])
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
