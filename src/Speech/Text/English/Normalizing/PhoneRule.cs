using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A telephone number digit by digit, with a pause at each hyphen: 555-0134, +44 20 7946 0958.</summary>
internal sealed partial class PhoneRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var plus = match.ValueSpan[0] == '+' ? "plus " : string.Empty;
        return plus + string.Join(", ", Groups().Matches(match.Value).Select(group => EnglishNumber.Digits(group.ValueSpan)));
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Groups();

    [GeneratedRegex(
        """
        \G(?<![\d.-])(?:
          (?:\+?\d{1,3}[- ])?(?:\(\d{3}\)[ ]?|\d{3}[-. ])?\d{3}-\d{4}(?![\d-])
          |(?:\+?\d{1,3}[-. ])?\(?\d{3}\)?[-. ]\d{3}[. ]\d{4}(?![\d-])  # with a dot or blank only behind an area code: 122.4194 is a number
          |\+\d{1,3}(?:[ -](?:\(\d{1,4}\)|\d{1,4})){2,5}(?![\d-])
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
