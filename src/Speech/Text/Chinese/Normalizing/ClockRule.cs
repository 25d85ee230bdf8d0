using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A clock time: 8:30 is 八点三十分, 8:05 八点零五分, 8:00 八点, 23:59:59 二十三点五十九分五十九秒.</summary>
internal sealed partial class ClockRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var minute = match.Groups["minute"].Value;
        var second = match.Groups["second"].Value is "00" or "" ? string.Empty : $"{TwoDigits(match.Groups["second"].Value)}秒";
        var hour = ChineseNumber.Count(match.Groups["hour"].Value.TrimStart('0') is { Length: > 0 } plain ? plain : "0");
        var isFull = minute == "00" && second.Length == 0;
        return $"{hour}点{(isFull ? string.Empty : $"{TwoDigits(minute)}分")}{second}";
    }

    private static string TwoDigits(string digits) =>
        digits[0] == '0' ? ChineseNumber.Digits(digits) : ChineseNumber.Cardinal(digits);

    [GeneratedRegex(
        """
        \G(?<![\d:.])(?<hour>2[0-4]|1\d|0?\d)[:：](?<minute>[0-5]\d)(?:[:：](?<second>[0-5]\d))?(?![\d:%])分?
        (?!.{0,6}(?:战胜|击败|大胜|获胜|取胜|领先|落后|战平|险胜|完胜))  # a score
        (?<!\d:\d[、,，](?:\d{1,2}:\d\d[、,，])*\d{1,2}:\d\d)(?!(?:[、,，]\d{1,2}:\d\d)*[、,，]\d{1,2}:\d(?!\d))  # one score of several
        (?<!(?:比分|比例|比率|总分).{0,9})
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
