using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A day or a thing known by its figures goes digit by digit: 9·11事件 is 九一一事件, 3·15 三一五, 618大促 六一八, 985高校 九八五.</summary>
internal sealed partial class DayNameRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => ChineseNumber.Digits(string.Concat(match.Value.Where(char.IsAsciiDigit)));

    [GeneratedRegex(
        """
        \G(?<![\d.])(?:
          (?:1[0-2]|[1-9])·(?:3[01]|[12]\d|[1-9])(?!\d)
          |\d{3,4}(?=[”"]?(?:事件|事变|惨案|晚会|大促|购物节|恐怖袭击|地震(?!灾区)))
          |985(?=[、/,，和]?211|[工院高名大][程校学]|毕业)|211(?=[工院高名大][程校学]|毕业)|(?<=985[、/,，和])211
          |996(?=工作|加班|制|模式|福报)|(?<=[拒绝不愿反对])996|007(?!号)
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
