using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>The sign between two quantities: 3~5天, 10-20元, 60%-80%, 1月-3月 all say 到.</summary>
internal sealed partial class RangeRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => "到";

    [GeneratedRegex(
        """
        \G(?:
          (?<![A-OQ-Za-oq-z]\d{1,5}|[A-Za-z][Pp]\d{1,5})(?<=[\d%‰℃°元月日号点分年岁米克斤天度周万亿千百时秒楼层页章半钟][ ]?)[-~–—](?=[ ]?(?:[-¥$€£]|[AaPp]\.?[Mm]\.?[ ]?)?\d)
          |(?<=年)[-~–—](?=公元)
          |(?<=(?:周|星期)[一二三四五六日])[-~–—](?=周|星期)
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
