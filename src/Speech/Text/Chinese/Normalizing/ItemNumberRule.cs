using System.Globalization;
using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>
/// The number of an item, ①先洗手②再吃饭 or 1.先洗手 2.再吃饭, has a pause behind it, and one before it: 一、先洗手，二、再吃饭. Inside a clause, 如图①所示,
/// it has none.
/// </summary>
internal sealed partial class ItemNumberRule() : NormalizationRule(Shape())
{
    private const string Breaks = "，。；：！？、（“\n ";

    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var circled = match.Groups["circled"];
        var number = circled.Success ? CircledNumber.Value(circled.ValueSpan[0]) : int.Parse(match.Groups["plain"].ValueSpan, CultureInfo.InvariantCulture);
        var said = ChineseNumber.Cardinal(number.ToString(CultureInfo.InvariantCulture));
        Func<int, string> written = circled.Success ? value => ((char)(text[match.Index] - number + value)).ToString() : value => $"{value}。";
        if (!IsItem(text, match.Index, number, written))
        {
            return circled.Success ? said : null;
        }

        var behindText = match.Index > 0 && !Breaks.Contains(text[match.Index - 1], StringComparison.Ordinal);
        return circled.Success && !match.Groups["goes"].Success ? said : $"{(behindText ? "，" : "")}{said}、";
    }

    /// <summary>At the start of a clause; also later, when the item before it began so.</summary>
    private static bool IsItem(string text, int at, int number, Func<int, string> written)
    {
        if (at == 0 || Breaks.Contains(text[at - 1], StringComparison.Ordinal))
        {
            return true;
        }

        var before = number > 1 ? text.LastIndexOf(written(number - 1), at - 1, StringComparison.Ordinal) : -1;
        return before >= 0 && at - before > 2 && IsItem(text, before, number - 1, written);
    }

    // The cleaner has made the dot behind the number of an item that of a sentence.
    [GeneratedRegex(
        @"\G(?:(?<circled>[①-⑳])(?<goes>(?=[^，。；：、）.\s]))?|(?<!\d|第)(?<plain>[1-9]\d?)。[ ]?(?=[\u4e00-\u9fff“]))", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
