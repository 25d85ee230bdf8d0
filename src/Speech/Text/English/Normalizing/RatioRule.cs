using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A ratio or score with a colon that is no clock time: 3:2 is three to two. Behind the name of a book it is chapter and verse: Psalm 23:4.</summary>
internal sealed partial class RatioRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        $"{EnglishNumber.Say(match.Groups["left"].Value)}{(match.Groups["book"].Success ? " " : " to ")}{EnglishNumber.Say(match.Groups["right"].Value)}";

    [GeneratedRegex(
        """
        \G(?<![\d:.])
        (?<book>(?<=\b(?:Psalms?|Genesis|Exodus|Isaiah|Jeremiah|Matthew|Mark|Luke|John|Acts|Romans|Corinthians|Hebrews|James|Peter|Revelation|Proverbs|Job)[ ]))?
        (?<left>\d{1,6}(?:\.\d+)?):(?<right>\d{1,6}(?:\.\d+)?)(?![\d:])
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
