using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A year of two digits before a month, a season or a great event, or behind an apostrophe, and a span of plausible years: 98年5月, 08年春天, '98, 1998-2005.</summary>
internal sealed partial class ShortYearRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var to = match.Groups["to"];
        return ChineseNumber.Digits(match.Groups["from"].ValueSpan) + (to.Success ? $"到{ChineseNumber.Digits(to.ValueSpan)}" : string.Empty);
    }

    [GeneratedRegex(
        """
        \G(?<![\d.,-])(?:
          (?<from>(?:19|20)\d\d)[-~–—](?<to>(?:19|20)\d\d)(?![\d.%-])
          |(?<from>\d\d)(?=年(?:1[0-2]|0?[1-9])月)
          |(?<from>\d\d)(?=年(?:[春夏秋冬][天季]?|[上下]半年|年?[初底末](?!\d)|[春秋]晚|[夏冬]?奥运|冬奥|世界杯|亚运|世博|高考|毕业|出生|入学|入职|生人|回归|非典))
          |(?<=(?:^|[，。；！？（“、\n]|[在从自到于是]))(?<from>[6-9]\d)(?=年[^来的后前间历以时多之代，。！？；、\W]|年$)(?!年[内有里利如左大才不过仍还就])
          |['’](?<from>\d\d)(?![\d'])
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
