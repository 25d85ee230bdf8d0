using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>Two numbers at a slash that are no fraction: a score of 9.5/10 is "nine point five out of ten", blood pressure 120/80 "one hundred twenty over eighty".</summary>
internal sealed partial class FullMarksRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        $"{EnglishNumber.Say(match.Groups["left"].Value)} {(match.Groups["over"].Success ? "over" : "out of")} {EnglishNumber.Say(match.Groups["right"].Value)}";

    [GeneratedRegex(
        """
        \G(?<![\d./])(?:
          (?<left>\d{2,3})(?<over>/)(?<right>\d{2,3})(?:(?<=\b[Bb](?:lood[ ]pressure|P)\b[^.;!?\d]{0,16}\d{2,3}/\d{2,3})|(?=[ ]?mmHg))
          |(?<left>\d{1,3}\.\d|(?<=\b(?:[Ss]cored?|[Rr]at(?:ed|ing)|[Gg]rade|[Gg]ot|[Gg]ave)\b[^.;!?\d]{0,12})\d{1,3})/(?<right>10|5|20|100)
        )(?![\d/]|\.\d)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
