using System.Collections.Frozen;
using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A Roman numeral from II to XX after a capitalised name: Henry VIII is Henry the eighth, World War II World War two.</summary>
internal sealed partial class RomanRule() : NormalizationRule(Shape())
{
    private static readonly string[] Numerals =
    [
        "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
        "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX",
    ];

    /// <summary>Names of kings, queens and popes: theirs is an ordinal.</summary>
    private static readonly FrozenSet<string> Rulers = (
        "Henry Louis Elizabeth George Edward Charles James William Richard Philip Catherine Peter Alexander Nicholas Napoleon Ferdinand "
        + "Frederick Leopold Ramses Rameses Mary Pius Benedict John Paul Francis Gregory Leo Clement Innocent Urban Ivan Wilhelm Gustav Carl Harald "
        + "Margaret Isabella Victor Emmanuel").Split(' ').ToFrozenSet();

    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var value = Array.IndexOf(Numerals, match.Value);
        var digits = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return value < 2 ? null
            : Rulers.Contains(match.Groups["name"].Value) ? $"the {EnglishNumber.Ordinal(digits)}"
            : match.Length > 1 ? EnglishNumber.Cardinal(digits)
            : null;
    }

    [GeneratedRegex(@"\G(?<=\b(?<name>[A-Z][a-z]+) )[IVX]{1,5}(?![A-Za-z'-])")]
    private static partial Regex Shape();
}
