using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A quantity with a unit in letters or signs: 5km is 五公里, 100km/h 每小时一百公里, 3~5kg 三到五千克.</summary>
internal sealed partial class UnitRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var from = match.Groups["from"];
        var value = (from.Success ? $"{ChineseNumber.Count(from.Value)}到" : string.Empty) + ChineseNumber.Count(match.Groups["value"].Value);
        var (before, after) = UnitNames.Say(match.Groups["unit"].Value);
        return before + value + match.Groups["scale"].Value + after;
    }

    [GeneratedRegex(
        @"\G(?:(?<![A-Za-z\d.])|(?<=\d[hH]))(?:(?<from>" + ChineseNumber.Shape + @")[ ]?[-~–—][ ]?)?(?<value>" + ChineseNumber.Shape + @")[ ]?
          (?<scale>[百千]?(?:万亿|[万亿]))?(?<unit>" + UnitNames.Shape + @")(?![A-Za-z²³]|(?<=s)(?=年代))",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
