using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A day and a month by name: March 3, 2025; Jan. 9; 5 May 2026. The month comes first when it is said, but for the 4th of July.</summary>
internal sealed partial class NamedDateRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        match.Groups["last"] is { Success: true } last
            ? $"{Calendar.Say(match.Groups["name"].Value, match.Groups["day"].Value, string.Empty)} to {EnglishNumber.Ordinal(last.Value)}{Year(match.Groups["year"])}"
        : match.Groups["the"].Success
            ? $"{EnglishNumber.Ordinal(match.Groups["day"].Value)} of {Calendar.Month(match.Groups["name"].Value)}{Year(match.Groups["year"])}"
        : Calendar.Say(match.Groups["name"].Value, match.Groups["day"].Value, match.Groups["year"].Value);

    private static string Year(Group year) => year.Success ? $", {EnglishNumber.Year(year.Value)}" : string.Empty;

    [GeneratedRegex(
        @"\G(?<![A-Za-z\d.,])(?:
          " + Calendar.Months + @"[ ](?<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?
            (?:[-–](?<last>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?(?!\d))?(?:,?[ ](?<year>[12]\d{3})(?![\d,.]\d))?
          |(?<the>(?<=\b[Tt]he[ ]))?(?<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?[ ](?:of[ ])?" + Calendar.Months + @"(?:,?[ ](?<year>[12]\d{3}))?
        )(?![\dA-Za-z:])",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
