using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>The number of an item, ①先洗手②再吃饭, has a pause behind it: 一、先洗手. Inside a clause, 如图①所示, it has none.</summary>
internal sealed partial class ItemNumberRule() : NormalizationRule(Shape())
{
    private const string Breaks = "，。；：！？、（“\n ";

    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var said = ChineseNumber.Cardinal(CircledNumber.Value(match.ValueSpan[0]).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return IsItem(text, match.Index) && match.Groups["goes"].Success ? $"{said}、" : said;
    }

    /// <summary>At the start of a clause; also later, when the item before it began so.</summary>
    private static bool IsItem(string text, int at)
    {
        if (at == 0 || Breaks.Contains(text[at - 1], StringComparison.Ordinal))
        {
            return true;
        }

        var before = CircledNumber.Value(text[at]) > 1 ? text.LastIndexOf((char)(text[at] - 1), at - 1) : -1;
        return before >= 0 && at - before > 2 && IsItem(text, before);
    }

    [GeneratedRegex(@"\G[①-⑳](?<goes>(?=[^，。；：、）.\s]))?")]
    private static partial Regex Shape();
}
