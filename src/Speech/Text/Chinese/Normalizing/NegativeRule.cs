using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>The sign of a number: 零下 for a temperature, else 负; a plus is 正.</summary>
internal sealed partial class NegativeRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        match.Groups["plus"].Success ? "正" : match.Groups["cold"].Success ? "零下" : "负";

    [GeneratedRegex(
        """
        \G(?<![A-Za-z\d)）%²³])(?<!\d[ ]?[月日号点分秒年岁米斤天周时楼层页章元℃][半钟]?[ ]?)  # else it is a range: 9点-11点
        (?:
          -(?=\d)(?<cold>(?=[\d.]+(?:[-~–—到至]-?[\d.]+)?[ ]?(?:℃|°|摄氏度|度)))?
          |(?<plus>\+)(?=\d)
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
