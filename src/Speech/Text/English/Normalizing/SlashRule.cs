using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A slash that is an or: he/she is he or she, and/or and or.</summary>
internal sealed partial class SlashRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => match.Groups["or"].Success ? " or " : " ";

    [GeneratedRegex(
        """
        \G(?:
          (?<=\band)/(?=or\b)
          |(?<or>(?<=\b(?:he|his|him|himself|she|her))/(?=(?:he|she|his|hers?|him|herself|they)\b))
          |(?<or>(?<=\byes)/(?=no\b))
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
