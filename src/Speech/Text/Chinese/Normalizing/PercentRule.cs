using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A percentage: 8.6% is 百分之八点六, 10-20% 百分之十到二十, 5‰ 千分之五.</summary>
internal sealed partial class PercentRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var from = match.Groups["from"];
        var minus = match.Groups["minus"].Success ? "负" : string.Empty;
        var scale = match.Groups["sign"].Value == "%" ? "百分之" : "千分之";
        var since = from.Success ? $"{ChineseNumber.Say(from.Value)}到" : string.Empty;
        return minus + scale + since + ChineseNumber.Say(match.Groups["value"].Value);
    }

    [GeneratedRegex(
        @"\G(?<minus>(?<![\d%])-)?(?:(?<from>" + ChineseNumber.Shape + @")[-~–—])?
          (?<value>" + ChineseNumber.Shape + @")[ ]?(?<sign>[%‰])",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
