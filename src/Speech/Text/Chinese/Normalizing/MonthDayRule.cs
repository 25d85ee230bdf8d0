using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A day as month/day, where the words around speak of a day: 在11/22之前. Elsewhere it is a fraction.</summary>
internal sealed partial class MonthDayRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        $"{ChineseNumber.Cardinal(match.Groups["month"].Value)}月{ChineseNumber.Cardinal(match.Groups["day"].Value)}日";

    [GeneratedRegex(
        """
        \G(?<![\d/.])(?<context>(?<=[于自从]|截止|截至|日期[:：为是]?))?
        (?<month>1[0-2]|0?[1-9])/(?<day>3[01]|[12]\d|0?[1-9])(?![\d/])
        (?(context)
          (?!的|左右|以上)
          |(?=[（(]?周|星期|[之以]?前|[之以]?后|当天|当晚|上午|下午|晚上|早上|凌晨|截止|起|开始))
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
