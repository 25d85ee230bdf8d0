using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>
/// Signs of arithmetic that alone mean something else: 7 x 8 is seven times eight, 10 / 2 ten divided by two, 10 - 3 = 7 ten minus three, 2^10 two
/// to the power of ten; &lt;= is at most.
/// </summary>
internal sealed partial class ArithmeticRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => match.Groups["sign"].Value switch
    {
        "x" or "X" or "*" => " times ",
        "/" => " divided by ",
        "^" => " to the power of ",
        "<=" => $" {Cleaning.SymbolNames.English('≤')} ",
        ">=" => $" {Cleaning.SymbolNames.English('≥')} ",
        "!=" => $" {Cleaning.SymbolNames.English('≠')} ",
        "==" => " equals ",
        _ => " minus ",
    };

    // Blanks around a minus have made a dash of it.
    [GeneratedRegex(
        """
        \G(?:
          (?<=\d)(?<sign>[xX*])(?=\d)
          |(?<=\d[ ])(?<sign>[xX*/])(?=[ ]\d)
          |(?<=\d)(?<sign>/)(?=\d[\d.]*[ ]?=)
          |(?<=[\dA-Za-z)])(?<sign>\^)(?=-?[\dA-Za-z])
          |(?<sign>[<>!]=|==)(?!=)
          |(?<=\d[ ]?)(?<sign>[-—–])(?=[ ]?\d[\d\s.+*/x×÷-]*=)
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
