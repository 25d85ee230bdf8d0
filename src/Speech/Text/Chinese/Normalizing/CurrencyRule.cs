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
        return $"{minus}{since}{ChineseNumber.Amount(match.Groups["amount"].Value)}{scale}{(match.Groups["own"] is { Success: true } own ? own.Value : Unit(match.Groups["sign"].Value))}";
    }

    private static string Unit(string sign) => sign.ToUpperInvariant() switch
    {
        "$" or "US$" or "USD" => "美元",
        "€" or "EUR" => "欧元",
        "£" or "GBP" => "英镑",
        "HK$" or "HKD" => "港元",
        "NT$" or "TWD" => "新台币",
        "A$" or "AU$" or "AUD" => "澳元",
        "C$" or "CA$" or "CAD" => "加元",
        "S$" or "SGD" => "新加坡元",
        "JPY" or "JP¥" => "日元",
        "CHF" => "瑞士法郎",
        "₩" or "KRW" => "韩元",
        "₽" or "RUB" => "卢布",
        "₹" or "INR" => "卢比",
        _ => "元",
    };

    [GeneratedRegex(
        @"\G(?<minus>-)?(?<![A-Za-z])(?<sign>(?:US|HK|NT|AU|CA|[ACS])\$|JP¥|[¥$€£₩₽₹]|RMB|USD|EUR|GBP|CNY|HKD|TWD|AUD|CAD|SGD|JPY|CHF|KRW|RUB|INR)[ ]?(?<minus>-)?
          (?:(?<from>" + ChineseNumber.Shape + @")[-~–—]\k<sign>?)?(?<amount>" + ChineseNumber.Shape + @")
          (?<scale>[百千]?(?:万亿|[万亿]))?(?:元(?!/)|(?<own>美元|欧元|英镑|日元|港元|韩元|澳元|加元))?",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
