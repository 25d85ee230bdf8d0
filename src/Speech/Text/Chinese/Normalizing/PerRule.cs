using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A slash between a price or count and what it is for: 100元/斤 is 一百元每斤.</summary>
internal sealed partial class PerRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var unit = match.Groups["unit"];
        return unit.Success ? $"每{UnitNames.Say(unit.Value).After}" : "每";
    }

    [GeneratedRegex(
        @"\G(?<=[\d万亿][\u4e00-\u9fff]{1,2}[ ]?|\d[ ]?[A-Za-z²³]{1,4}|\d[%‰]|[¥$€£][\d,.]{1,12}[万亿]?)/[ ]?
          (?:(?<unit>" + UnitNames.Shape + @")(?![A-Za-z])|(?=[\u4e00-\u9fff]))",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
