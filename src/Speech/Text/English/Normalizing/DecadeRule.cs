using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A decade: the 1980s, the '90s.</summary>
internal sealed partial class DecadeRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var year = match.Groups["year"].Value;
        var words = year.Length == 2 ? EnglishNumber.Cardinal(year) : EnglishNumber.Year(year);
        return words.EndsWith('y') ? $"{words[..^1]}ies" : $"{words}s";
    }

    [GeneratedRegex(@"\G(?<![\d.])(?:(?<year>[12]\d\d0)|'?(?<year>[2-9]0))'?s(?![A-Za-z])")]
    private static partial Regex Shape();
}
