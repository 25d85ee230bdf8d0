using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>The minus, times and divided-by of a calculation, which alone may mean something else: 5-3=2, 6/2=3.</summary>
internal sealed partial class EquationRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => match.Groups["sign"].ValueSpan[0] switch
    {
        '-' => "减",
        '/' => "除以",
        _ => "乘",
    };

    [GeneratedRegex(
        """
        \G(?<=[\d)）][ ]?)(?:
          (?<sign>[xX*])[ ]?(?=[\d(（])
          |(?<sign>[-/])[ ]?(?=[\d(（])(?:(?=[\d\s.+×÷*/()（）xX-]*=)|(?<==[\d\s.+×÷*/()（）xX-]*))  # an = before or behind
          |(?<sign>-)(?<=满\d{1,6}元?-)(?=\d)  # 满100-20: so much off
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
