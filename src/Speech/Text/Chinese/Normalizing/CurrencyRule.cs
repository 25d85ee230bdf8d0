using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A price with its sign in front: ¥12.50 is 十二点五元, $3亿 三亿美元.</summary>
internal sealed partial class CurrencyRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var (from, scale) = (match.Groups["from"], match.Groups["scale"].Value);
        var since = from.Success ? $"{ChineseNumber.Amount(from.Value)}到" : string.Empty;
        var minus = match.Groups["minus"].Success ? "负" : string.Empty;
        return $"{minus}{since}{ChineseNumber.Amount(match.Groups["amount"].Value)}{scale}{Unit(match.Groups["sign"].Value)}";
    }

    private static string Unit(string sign) => sign.ToUpperInvariant() switch
    {
        "$" or "US$" or "USD" => "美元",
        "€" or "EUR" => "欧元",
        "£" or "GBP" => "英镑",
        "HK$" => "港元",
        "₩" => "韩元",
        "₽" => "卢布",
        "₹" => "卢比",
        _ => "元",
    };

    [GeneratedRegex(
        @"\G(?<minus>-)?(?<sign>US\$|HK\$|[¥$€£₩₽₹]|RMB|USD|EUR|GBP|CNY)[ ]?
          (?:(?<from>" + ChineseNumber.Shape + @")[-~–—]\k<sign>?)?(?<amount>" + ChineseNumber.Shape + @")
          (?<scale>[百千]?[万亿])?(?:元(?!/))?",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
