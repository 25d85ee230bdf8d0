using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>The plate of a car: 粤B8D123 is 粤B八D幺二三; at the dot of 京A·12345 nothing is said.</summary>
internal sealed partial class PlateRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => match.Groups["city"].Value
        + string.Concat(match.Groups["number"].Value.Select(c => char.IsAsciiDigit(c) ? ChineseNumber.Code([c]) : c.ToString()));

    [GeneratedRegex(
        """
        \G(?<=[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])
        (?<city>[A-Z])[ ]?·?[ ]?(?<number>(?=[A-Z]*\d[A-Z\d]*\d)[A-Z\d]{5,6})(?![A-Za-z\d])
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
