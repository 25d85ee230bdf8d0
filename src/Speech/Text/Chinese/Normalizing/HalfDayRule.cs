using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>AM and PM beside a clock time: AM 9:00 and 9:00 AM are 上午九点.</summary>
internal sealed partial class HalfDayRule(ClockRule clock) : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var time = match.Groups["time"];
        var said = clock.TrySay(text, time.Index, out var length) is { } words && length == time.Length
            ? words
            : $"{ChineseNumber.Count(time.Value)}点";
        return (match.Groups["half"].ValueSpan[0] is 'a' or 'A' ? "上午" : "下午") + said;
    }

    [GeneratedRegex(
        """
        \G(?<![A-Za-z\d:.])(?:
          (?<half>[AaPp])\.?[Mm]\.?[ ]?(?<time>(?:1[0-2]|0?\d):[0-5]\d)(?![\d:])
          |(?<time>(?:1[0-2]|0?\d)(?::[0-5]\d)?)[ ]?(?<half>[AaPp])\.?[Mm](?![A-Za-z])\.?
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
