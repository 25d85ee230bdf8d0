using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A slash between a price or count and what it is for: 100元/斤 is 一百元每斤, 6L/100km 六升每一百公里.</summary>
internal sealed partial class PerRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var unit = match.Groups["unit"];
        var count = match.Groups["count"] is { Success: true } counted ? ChineseNumber.Count(counted.Value) : "";
        return unit.Success ? $"每{count}{UnitNames.Say(unit.Value).After}" : "每";
    }

    [GeneratedRegex(
        @"\G(?<=[\d万亿][\u4e00-\u9fff]{1,2}[ ]?|\d[ ]?[A-Za-zµμΩ²³]{1,4}|\d[%‰]|[¥$€£][\d,.]{1,12}[万亿]?)/[ ]?
          (?:(?<count>100(?=km|kg|g|mL|ml))?(?<unit>" + UnitNames.Shape + @")(?![A-Za-z])|(?=[\u4e00-\u9fff]))",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
