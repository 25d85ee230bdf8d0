using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>
/// Two numbers at a slash that are no fraction: marks out of the full ones, 评分9.4/10 is 九点四分, and blood pressure, 120/80 is 一百二十、八十.
/// </summary>
internal sealed partial class FullMarksRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => match.Groups["high"].Success
        ? $"{ChineseNumber.Say(match.Groups["high"].Value)}、{ChineseNumber.Say(match.Groups["low"].Value)}{(match.Groups["unit"].Success ? "毫米汞柱" : string.Empty)}"
        : $"{ChineseNumber.Say(match.Groups["marks"].Value)}分";

    [GeneratedRegex(
        """
        \G(?<![\d./])(?:
          (?<high>\d{2,3})/(?<low>\d{2,3})(?:(?<=血压[^，。；\d]{0,6}\d{2,3}/\d{2,3})|(?=[ ]?(?:mmHg|毫米汞柱)))(?:[ ]?(?<unit>mmHg))?
          |(?<marks>\d{1,2}\.\d|(?<=(?:评分|得分|打分|分数|评价|成绩|豆瓣)[^，。；\d]{0,4})\d{1,3}(?:\.\d)?)/(?:10|5|100)(?:\.0)?分?
        )(?![\d/.])
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
