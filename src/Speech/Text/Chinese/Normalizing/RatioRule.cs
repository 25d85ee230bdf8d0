using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A score or ratio: 3:2 is 三比二. So is 3-2 beside words of winning and losing.</summary>
internal sealed partial class RatioRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        $"{ChineseNumber.Say(match.Groups["left"].Value)}比{ChineseNumber.Say(match.Groups["right"].Value)}";

    [GeneratedRegex(
        """
        \G(?<![\d:.])(?<left>\d+(?:\.\d+)?)
        (?:[:：]|-(?=\d{1,3}(?:战胜|击败|大胜|获胜|取胜|领先|落后|战平|险胜|完胜|逆转))|(?<=比分.{0,8})-)
        (?<right>\d+(?:\.\d+)?)(?![\d:])
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
