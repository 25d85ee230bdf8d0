using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>Technical names with signs in them, and the rare contraction n't've.</summary>
internal sealed partial class TermRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => match.Value.ToUpperInvariant() switch
    {
        "C#" or "F#" => $"{match.Value[0]} sharp",
        "C++" => "C plus plus",
        ".NET" => "dot net",
        "'VE" => " have",
        _ => "Node JS",
    };

    [GeneratedRegex(
        """
        \G(?:[CF]\#|C\+\+|(?<![A-Za-z\d])\.NET(?![A-Za-z])|Node\.js(?![A-Za-z])|(?<=n't)'ve(?![A-Za-z]))
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
