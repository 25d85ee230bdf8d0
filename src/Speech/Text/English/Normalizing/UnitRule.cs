using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A quantity with its unit: 5 km is five kilometers, 10-15 kg ten to fifteen kilograms.</summary>
internal sealed partial class UnitRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var (from, value) = (match.Groups["from"], match.Groups["value"].Value);
        var since = from.Success ? $"{EnglishNumber.Say(from.Value)} to " : string.Empty;
        return $"{since}{EnglishNumber.Say(value)} {UnitNames.Say(match.Groups["unit"].Value, value)}";
    }

    [GeneratedRegex(
        @"\G(?<![A-Za-z\d.])(?:(?<from>" + EnglishNumber.Shape + @")[-–~])?(?<value>" + EnglishNumber.Shape + @")[ -]?
          (?<unit>" + UnitNames.Shape + @")(?![A-Za-z²³/'])",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
