using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>Technical names with signs in them.</summary>
internal sealed partial class TermRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => match.Value.ToUpperInvariant() switch
    {
        "C#" or "F#" => $"{match.Value[0]} sharp",
        ".NET" => "dot net",
        "C++" => "C加加",
        _ => "Node点JS",
    };

    [GeneratedRegex(@"\G(?:[CF]#|C\+\+|(?<![A-Za-z])\.NET(?![A-Za-z])|Node\.js(?![A-Za-z]))", RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
