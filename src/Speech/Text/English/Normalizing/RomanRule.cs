using System.Collections.Frozen;
using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>
/// A Roman numeral after a capitalised name: Henry VIII is Henry the eighth, World War II World War two. A single letter only after a ruler or
/// something that is numbered: Chapter V.
/// </summary>
internal sealed partial class RomanRule() : NormalizationRule(Shape())
{
    private const int Largest = 89;
    private static readonly (int Value, string Letters)[] Values =
        [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    private static readonly FrozenDictionary<string, int> Numerals =
        Enumerable.Range(1, Largest).ToFrozenDictionary(Write, value => value);

    /// <summary>Names of kings, queens and popes: theirs is an ordinal.</summary>
    private static readonly FrozenSet<string> Rulers = (
        "Henry Louis Elizabeth George Edward Charles James William Richard Philip Catherine Peter Alexander Nicholas Napoleon Ferdinand "
        + "Frederick Leopold Ramses Rameses Mary Pius Benedict John Paul Francis Gregory Leo Clement Innocent Urban Ivan Wilhelm Gustav Carl Harald "
        + "Margaret Isabella Victor Emmanuel").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Numbered = (
        "War Bowl Chapter Part Volume Book Phase Type Act Scene Section Level Stage Class Article Appendix Title Grade Round Unit Group Category "
        + "Division Mark Corps Schedule Annex Tier").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var name = match.Groups["name"].Value;
        if (!Numerals.TryGetValue(match.Value, out var value))
        {
            return null;
        }

        var digits = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var isRuler = Rulers.Contains(name) && (value > 1 || match.Groups["rules"].Success);

        // XL is a size, I a pronoun and X an unknown, where nothing else is to be expected.
        var isNumber = Numbered.Contains(name) || (match.Length > 1 && (match.Length > 3 || !match.Value.Contains('L', StringComparison.Ordinal)));
        return isRuler ? $"the {EnglishNumber.Ordinal(digits)}" : isNumber ? EnglishNumber.Cardinal(digits) : null;
    }

    private static string Write(int value)
    {
        var letters = new System.Text.StringBuilder();
        foreach (var (worth, letter) in Values)
        {
            for (; value >= worth; value -= worth)
            {
                letters.Append(letter);
            }
        }

        return letters.ToString();
    }

    [GeneratedRegex(
        """
        \G(?<=\b(?<name>[A-Z][a-z]+|war|bowl|chapter|part|volume|book|phase|type|act|scene|section|level|stage|class|article|appendix|grade|unit|category|tier)[ ])[IVXL]{1,7}(?![A-Za-z-]|'(?!s))
        (?=(?<rules>'s|[ ](?:of|was|had|ruled|reigned|died|and)\b|[,.;)]|$)?)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
