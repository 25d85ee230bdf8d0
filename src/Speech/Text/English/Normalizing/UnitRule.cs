using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A quantity with its unit: 5 km is five kilometers, 10-15 kg ten to fifteen kilograms, 2 lb. 3 oz. two pounds three ounces.</summary>
internal sealed partial class UnitRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var (from, value) = (match.Groups["from"], match.Groups["value"].Value);
        var scale = match.Groups["scale"].Value;
        var since = from.Success ? $"{EnglishNumber.Say(from.Value)} to " : string.Empty;
        return $"{since}{EnglishNumber.Say(value)}{scale} {UnitNames.Say(match.Groups["unit"].Value, match.Groups["joined"].Success ? "1" : value + scale)}";
    }

    [GeneratedRegex(
        @"\G(?<![A-Za-z\d.])(?:(?<from>" + EnglishNumber.Shape + @")[-–~])?(?<value>" + EnglishNumber.Shape + @")
          (?<scale>[ ](?:hundred|thousand|million|billion|trillion))?(?:[ ]|(?<joined>-))?
          (?:(?<unit>" + UnitNames.Dotted + @")\.(?=[ ]?[a-z\d,(])|(?<unit>(?:(?:" + UnitNames.Shape + @")/)?(?:" + UnitNames.Shape + @"|d[lL]))(?![A-Za-z²³/']))",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
