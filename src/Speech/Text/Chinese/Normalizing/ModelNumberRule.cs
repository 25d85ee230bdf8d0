using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>The number of a product goes digit by digit: RTX 4090, Office 365, 波音737, 1080P. One that counts something does not: CPU 500个.</summary>
internal sealed partial class ModelNumberRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        match.Groups["dash"].Success ? $"杠{ChineseNumber.Digits(match.ValueSpan[1..])}"
        : match.Groups["lines"].Success || !MeasureWords.StandsAt(text, match.Index + match.Length) ? ChineseNumber.Digits(match.ValueSpan) : null;

    [GeneratedRegex(
        """
        \G(?:
          (?<dash>-)(?<=(?:波音|空客|空中客车)[ ]?[A-Z]?\d{3}-)\d{2,4}(?![\d.])
          |(?<![\d.,])(?<=[A-Za-z][ ])\d{3,4}(?![\d%‰℃°]|[.,:]\d|[ ]?(?:[A-Za-z]{1,3}/|[+×=<>~-]))
          |(?<![\d.,])(?<=波音|空客|空中客车|米格|麦道|标致|幻影|梅赛德斯)[ ]?\d{2,3}(?![\d.])
          |(?<![\d.,])(?<lines>(?:240|360|480|540|576|720|1080|1440|2160))(?=[pPi](?![A-Za-z]))
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
