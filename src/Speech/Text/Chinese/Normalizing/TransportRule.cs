using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>The number of a flight, a train or a plate goes digit by digit with 幺: G1234次 is G幺二三四次. That of a bus line with 一: 302路 is 三零二路.</summary>
internal sealed partial class TransportRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        match.Groups["line"].Success ? ChineseNumber.Digits(match.ValueSpan) : ChineseNumber.Code(match.ValueSpan);

    [GeneratedRegex(
        """
        \G(?<![\d.,])(?:
          (?<=(?:航班|列车|动车|高铁|火车|车次)[号:：为是]{0,2}[A-Z][A-Z\d]?)\d{3,5}(?!\d)
          |(?<=(?<![A-Za-z])[A-Z][A-Z\d]?)\d{3,5}(?=次|航班|号?列车|[一-龥]{0,3}航班)
          |(?<=(?:京|津|沪|渝|冀|豫|云|辽|黑|湘|皖|鲁|新|苏|浙|赣|鄂|桂|甘|晋|蒙|陕|吉|闽|贵|粤|青|藏|川|宁|琼)[A-Z][·]?[A-Z]?)\d{3,5}(?=[A-Z]?(?![A-Za-z\d]))
          |(?<line>(?<=(?:公交车?|坐|乘|搭|换乘?|转|等)[了]?)\d{3}(?=路)|\d{3}(?=路(?:公交|汽?车|站|终点)))
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
