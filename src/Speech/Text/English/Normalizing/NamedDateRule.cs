using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A day and a month by name: March 3, 2025; Jan. 9; 5 May 2026. The month comes first when it is said.</summary>
internal sealed partial class NamedDateRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        Calendar.Say(match.Groups["name"].Value, match.Groups["day"].Value, match.Groups["year"].Value);

    [GeneratedRegex(
        @"\G(?<![A-Za-z\d.,])(?:
          " + Calendar.Months + @"[ ](?<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?(?:,?[ ](?<year>[12]\d{3})(?![\d,.]\d))?
          |(?<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?[ ](?:of[ ])?" + Calendar.Months + @"(?:,?[ ](?<year>[12]\d{3}))?
        )(?![\dA-Za-z:])",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
