using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A date in figures: 2027-07-15 or 12/31/1999 (month first); by 11/15.</summary>
internal sealed partial class IsoDateRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var date = Calendar.Say(match.Groups["month"].Value, match.Groups["day"].Value, match.Groups["year"].Value);
        return match.Groups["time"].Success ? $"{date} " : date;
    }

    [GeneratedRegex(
        """
        \G(?<![\d/.-])(?:
          (?<year>[12]\d{3})(?<sign>[-/])(?<month>1[0-2]|0?[1-9])\k<sign>(?<day>3[01]|[12]\d|0?[1-9])
          |(?<month>1[0-2]|0?[1-9])/(?<day>3[01]|[12]\d|0?[1-9])/(?<year>[12]\d{3})
          |(?<=\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter|[Ss]ince|[Dd]ue|[Tt]hrough|[Dd]ated?)[ ])(?<month>1[0-2]|0?[1-9])/(?<day>3[01]|2\d|1[1-9])
        )(?![\d/-])(?<time>T(?=\d\d:))?
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
