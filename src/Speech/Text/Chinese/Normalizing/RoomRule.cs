using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>The number of a room or a road goes digit by digit: 202室 is 二零二室, A座1203 A座一二零三. So does that of a school or a hospital: 101中学.</summary>
internal sealed partial class RoomRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        match.Groups["house"].Success ? ChineseNumber.Cardinal(match.Value) : ChineseNumber.Digits(match.ValueSpan);

    [GeneratedRegex(
        """
        \G(?<![\d.,])(?:
          \d{3}(?<!00)(?=中学|医院|部队|艺术区|研究所)
          |\d{3,4}(?=室|房|号房|包[厢间]|教室|病房|国道|省道)
          |\d{3,4}(?<=(?:[座栋幢楼层]|单元|房[间]?号?|室号?)\d{3,4})(?![\d.,%]|[多余]?[个年元块人平米名家户件次万亿])
          |(?<house>\d{1,2})(?=[栋幢座]\d)  # 2栋3单元: the second house, not two of them
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
