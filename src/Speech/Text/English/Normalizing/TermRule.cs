using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>Technical names with signs in them, and the rare contractions n't've and 'd've.</summary>
internal sealed partial class TermRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => match.Value.ToUpperInvariant() switch
    {
        "C#" or "F#" => $"{match.Value[0]} sharp",
        "C++" => "C plus plus",
        ".NET" => "dot net",
        "'VE" => " have",
        "24/7" => "twenty four seven",
        "9/11" => "nine eleven",
        "“N”" => "and",
        "CTRL" => "control",
        "VS" => "versus",
        "WWI" => "World War one",
        "WWII" => "World War two",
        "~" => "about ",
        _ => "Node JS",
    };

    [GeneratedRegex(
        """
        \G(?:
          [CF]\#|C\+\+|(?<![A-Za-z\d])\.NET(?![A-Za-z])|Node\.js(?![A-Za-z])|Ctrl(?![A-Za-z])|(?<=[ ])vs(?=[ ])|(?<![A-Za-z])WWII?(?![A-Za-z])|(?<![\d%~]|\d[ ])~(?=\d)
          |(?<=n't|'d)'ve(?![A-Za-z])|(?<=[A-Za-z][ ])“n”(?=[ ][A-Za-z])
          |(?<![\d/])(?:24/7|9/11)(?![\d/])
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
