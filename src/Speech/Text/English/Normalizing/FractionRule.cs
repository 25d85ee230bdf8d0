using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A fraction: 1/2 is one half, 3/4 three quarters, 2/3 two thirds; behind a whole number with and.</summary>
internal sealed partial class FractionRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var (above, below) = (match.Groups["above"].Value, match.Groups["below"].Value);
        var and = match.Groups["whole"].Success ? "and " : string.Empty;
        return above.Length < below.Length || (above.Length == below.Length && string.CompareOrdinal(above, below) < 0)
            ? $"{and}{EnglishNumber.Cardinal(above)} {Part(below, above == "1")}"
            : null;
    }

    private static string Part(string below, bool isOne) => below switch
    {
        "2" => "half",
        "4" => isOne ? "quarter" : "quarters",
        _ => EnglishNumber.Ordinal(below) + (isOne ? string.Empty : "s"),
    };

    [GeneratedRegex(@"\G(?<whole>(?<=\d ))?(?<![\d/.])(?<above>[1-9]\d?)/(?<below>[2-9]|[1-9]\d|100)(?![\d/])")]
    private static partial Regex Shape();
}
