using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>
/// A fraction: 1/2 is one half, 3/4 three quarters, 2/3 two thirds; behind a whole number with and: 3½. A unit may follow: 3/4 tsp. Halves of a
/// whole are 50/50.
/// </summary>
internal sealed partial class FractionRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        if (match.Groups["sign"] is { Success: true } sign)
        {
            return $" and {Cleaning.SymbolNames.English(sign.ValueSpan[0])}{(match.Groups["unit"] is { Success: true } unit ? $" {UnitNames.Say(unit.Value, "2")}" : string.Empty)}";
        }

        var (above, below) = (match.Groups["above"].Value, match.Groups["below"].Value);
        var and = match.Groups["whole"].Success ? "and " : string.Empty;
        return above.Length < below.Length || (above.Length == below.Length && string.CompareOrdinal(above, below) < 0)
            ? $"{and}{EnglishNumber.Cardinal(above)} {Part(below, above == "1")}{Unit(match)}"
            : above == below && below.Length == 2 ? $"{EnglishNumber.Cardinal(above)} {EnglishNumber.Cardinal(below)}"
            : null;
    }

    /// <summary>Of less than one there is one: three quarters teaspoon, but one and three quarters teaspoons.</summary>
    private static string Unit(Match match) =>
        match.Groups["unit"] is { Success: true } unit ? $" {UnitNames.Say(unit.Value, match.Groups["whole"].Success ? "2" : "1")}" : string.Empty;

    private static string Part(string below, bool isOne) => below switch
    {
        "2" => "half",
        "4" => isOne ? "quarter" : "quarters",
        _ => EnglishNumber.Ordinal(below) + (isOne ? string.Empty : "s"),
    };

    [GeneratedRegex(
        @"\G(?:
          (?<whole>(?<=\d[ ]))?(?<![\d/.])(?<above>[1-9]\d?)/(?<below>[2-9]|[1-9]\d|100)(?![\d/])(?:(?:ths?|nds?|rds?)\b)?
          (?:[ -]?(?<unit>" + UnitNames.Shape + @")(?![A-Za-z²³/']))?
          |(?<=\d[ ]?)(?<sign>[½⅓⅔¼¾])(?:[ -]?(?<unit>" + UnitNames.Shape + @")(?![A-Za-z²³/']))?
        )",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
