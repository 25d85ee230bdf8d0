using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>An ordinal in figures: 1st, 22nd.</summary>
internal sealed partial class OrdinalRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        EnglishNumber.Ordinal(match.Groups["number"].Value.Replace(",", string.Empty, StringComparison.Ordinal));

    [GeneratedRegex(@"\G(?<![\d.])(?<number>\d{1,3}(?:,\d{3})+|\d{1,15})(?:st|nd|rd|th)(?![A-Za-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
