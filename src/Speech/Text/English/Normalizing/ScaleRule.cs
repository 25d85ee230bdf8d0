using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A large number of things: 1.5M copies are one point five million copies, 2B users two billion users.</summary>
internal sealed partial class ScaleRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        $"{EnglishNumber.Say(match.Groups["number"].Value)} {(match.Groups["scale"].Value == "M" ? "million" : "billion")}";

    // Only before what is counted: a room may be 4M, too.
    [GeneratedRegex(
        @"\G(?<![\d.,])(?<number>" + EnglishNumber.Shape + @")(?<scale>[MB])\+?(?=[ ](?:people\b|(?!(?:is|was|has|does|this|its|as|us)\b)[a-z]{2,}s\b))",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
