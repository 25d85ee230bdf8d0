using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>The hyphen in the name of a craft says nothing: 歼-20 is 歼二十, 东风-41 东风四十一.</summary>
internal sealed partial class CraftRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => string.Empty;

    [GeneratedRegex(
        @"\G(?<=(?<![\u4e00-\u9fff])[歼轰运直强教苏图安伊]|歼|轰|米格|东风|巨浪|红旗|霹雳|鹰击|长征|嫦娥|天舟|神舟|天宫|玉兔|天问|祝融|北斗|风云|高分|翼龙|彩虹|阿波罗)-(?=\d)")]
    private static partial Regex Shape();
}
