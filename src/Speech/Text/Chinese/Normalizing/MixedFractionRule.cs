using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A whole number with a fraction: 3½ and 3 1/2 are 三又二分之一.</summary>
internal sealed partial class MixedFractionRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var part = match.Groups["sign"].Success
            ? Cleaning.SymbolNames.Chinese(match.Groups["sign"].ValueSpan[0])
            : $"{ChineseNumber.Say(match.Groups["below"].Value)}分之{ChineseNumber.Say(match.Groups["above"].Value)}";
        return $"{ChineseNumber.Say(match.Groups["whole"].Value)}又{part}";
    }

    [GeneratedRegex(@"\G(?<![\d.,/])(?<whole>\d{1,4})(?:(?<sign>[½⅓⅔¼¾])| (?<above>[1-9])/(?<below>[2-9]|1\d)(?![\d/]))")]
    private static partial Regex Shape();
}
