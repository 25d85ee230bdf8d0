using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>
/// Digits that name something rather than count it: after 验证码 and the like, or with a zero in front, or more than a quantity has.
/// </summary>
internal sealed partial class CodeRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        string.Join('，', match.Value.Split('-', ' ').Select(part => ChineseNumber.Code(part)));

    [GeneratedRegex(
        """
        \G(?<![\d.,])(?:
          (?<=(?:码|房间?号|[前后][三四五六]位(?:数字?|号码)?|编号|单号|账号|卡号|学号|工号|证号|尾号|车牌号?|邮编|QQ号?|端口号?)[:：是为]{0,2}[ ]?)(?:\d{2,}(?:[- ]\d+)+|\d{3,})
          |(?<=返回|状态码?|错误|报错?)[1-5]\d\d(?![个条次行项名])
          |(?<=[A-Za-z]-)\d{3,}(?:-\d+)+
          |(?<=[A-Za-z]_)\d{2,}
          |\d{13,}(?<!00000000)
          |\d+(?:-\d+){2,}
          |0\d{2,}
          |\d{9,12}(?<!0000)(?![元个人名米吨次万亿美欧英])
        )(?![\d.,]?\d)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
