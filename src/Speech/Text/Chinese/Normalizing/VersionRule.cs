using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A version has two points, or a v: v1.2.3 is v一点二点三; an address of four parts goes digit by digit.</summary>
internal sealed partial class VersionRule() : NormalizationRule(Shape())
{
    private const int AddressParts = 4;

    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var parts = match.Groups["parts"].Value.Split('.');
        var said = parts.Select(part => parts.Length == AddressParts ? ChineseNumber.Digits(part) : ChineseNumber.Say(part));
        return match.Groups["v"].Value + string.Join('点', said);
    }

    [GeneratedRegex(@"\G(?<![\d.])(?:(?<v>[vV])(?<parts>\d+(?:\.\d+)*)|(?<parts>\d+(?:\.\d+){2,}))(?![\d])")]
    private static partial Regex Shape();
}
