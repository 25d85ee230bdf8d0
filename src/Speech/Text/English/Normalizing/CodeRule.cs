using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>Figures that name something go digit by digit: dial 911, ZIP code 90210, PIN 4812.</summary>
internal sealed partial class CodeRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => string.Join(", ", match.Value.Split('-').Select(part => EnglishNumber.Digits(part)));

    [GeneratedRegex(
        """
        \G(?<![\d.,])(?:
          (?<=\bISBN(?:-1[03])?:?(?:[ ](?:is|was))?[ ])\d[\d-]{8,16}\d
          |
          (?<=\b(?:[Dd]ial(?:s|ed|ing)?|[Cc]all(?:s|ed|ing)?|[Tt]ext)[ ])(?:[1-9]1[0-9]|999|000)
          |(?<=\b(?:ZIP|[Zz]ip|[Aa]rea|[Pp]ostal|[Aa]ccess|[Ss]ecurity|[Vv]erification|PIN|[Pp]ass)[ ]?[Cc]ode(?:[ ]is|[ ]was|:)?[ ])\d{3,9}
          |(?<=\b[Cc]ode(?:[ ](?:is|was)|:)[ ])\d{4,8}
          |(?<=\b(?:PIN|[Pp]asscode|[Pp]assword|[Ee]xtension)(?:[ ]is|[ ]was|:)?[ ])\d{3,9}
        )(?![\d%]|[.,:/-]\d)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
