using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A year goes digit by digit: 1998年, 2019-2023年, 1980年代. A number of years does not: 5000年, 2000多年.</summary>
internal sealed partial class YearRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var from = match.Groups["from"];
        var since = from.Success ? $"{ChineseNumber.Digits(from.ValueSpan)}{match.Groups["own"].Value}{(match.Groups["sign"].Value == "至" ? "至" : "到")}" : string.Empty;
        return since + ChineseNumber.Digits(match.Groups["year"].ValueSpan);
    }

    [GeneratedRegex(
        """
        \G(?<![\d.,])(?:
          (?:(?<from>[12]\d{3})(?<own>年)?(?<sign>[-~–—至到]))?
          (?!\d000年?(?:[多前来]|的?历史|文明|以[前来]))  # a round thousand counts years
          (?<year>[12]\d{3})
          (?=年|级|届|财年)(?!年[多余])
          |(?<=[(（]|公元)(?<from>[1-9]\d{2})(?<own>年)?(?<sign>[-~–—至到])(?<year>\d{3,4})(?=年)  # a dynasty: （618-907年）
          |(?<year>20[0-4][1-9])(?=款|版|赛季|学年)  # 2025款, but 2000款 counts
          |(?<=公元前?)(?<year>[1-9]\d{2})(?=年)
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
