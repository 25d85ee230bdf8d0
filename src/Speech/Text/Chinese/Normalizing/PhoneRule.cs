using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A telephone number, digit by digit with 幺; at its hyphens and blanks nothing is said.</summary>
internal sealed partial class PhoneRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var plus = match.Value.StartsWith('+') ? "加" : string.Empty;
        return plus + ChineseNumber.Code(string.Concat(match.Value.Where(char.IsAsciiDigit)));
    }

    [GeneratedRegex(
        """
        \G(?<![\d.])(?:
          (?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}                     # mobile
          |[(（]?0\d{2,3}[)）]?[- ]?(?:\d{7,8}|\d{3,4}[- ]\d{4})           # with an area code
          |(?<=\d[ ]?(?:转|分机号?)[ ]?)\d{2,5}
          |[48]00-?\d{3}-?\d{4}
          |(?:12306|10086|10010)(?![元人名个米吨万亿千辆平])
          |123\d{2}(?=热线|市民|服务|投诉|举报|平台|电话)
          |(?<=打[ ]?)1(?:10|19|20|22|14|2345|0000)
          |(?<=(?:报警|火警|急救|事故|求助|救援|查号)(?:电话|热线)?[:：是为]?)1(?:10|19|20|22|14)(?![\d.元人名个米吨万次])
          |1(?:10|19|20|22|14)(?=报警|急救|火警|热线|电话)
          |(?<=(?:拨打?|热线|电话|客服|致电|号码)[:：是为]?[ ]?)\d{3,12}
        )(?!\d|\.\d)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
