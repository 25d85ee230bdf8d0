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
        (?:
          [:：]
          |-(?=\d{1,3}(?:战胜|击败|大胜|获胜|取胜|领先|落后|战平|险胜|完胜|逆转|力克|横扫|惜败|不敌|[战逼]?平))
          |(?<=(?:比分|加时赛?|[上下]半场|总决赛|决赛|点球|大战)[^，。；]{0,8})-
          |(?<=以(?:\d{1,3}-\d{1,3}[、，和])*\d{1,3})-(?=\d{1,3}(?:[、，和]\d{1,3}-\d{1,3})*的?(?:比分|总分|大比分|[战击]))
          |(?<=以(?:\d{1,3}-\d{1,3}[、，和])+\d{1,3})-
          |(?<=以\d{1,3})-(?=\d{1,3}(?:[的，。；！]|$|[击大险完轻力逆惜落领战淘晋小获取送]))
        )
        (?<right>\d+(?:\.\d+)?)(?![\d:])
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
