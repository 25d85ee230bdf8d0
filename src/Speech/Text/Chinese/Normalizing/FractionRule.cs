using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A fraction, the smaller number above: 2/3 is 三分之二.</summary>
internal sealed partial class FractionRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var (above, below) = (match.Groups["above"].Value, match.Groups["below"].Value);
        return above.Length < below.Length || (above.Length == below.Length && string.CompareOrdinal(above, below) < 0)
            ? $"{ChineseNumber.Say(below)}分之{ChineseNumber.Say(above)}"
            : null;
    }

    [GeneratedRegex(@"\G(?<![\d/.])(?<above>[1-9]\d{0,2})/(?<below>[1-9]\d{0,3})(?![\d/])")]
    private static partial Regex Shape();
}
