using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>The number of an item, ① Wash, has a pause behind it: one, wash. Behind a word, figure ①, it has none.</summary>
internal sealed partial class ItemNumberRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var said = EnglishNumber.Cardinal(CircledNumber.Value(match.ValueSpan[0]).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return match.Groups["item"].Success ? $"{said}," : match.Groups["runs"].Success ? $"{said} " : said;
    }

    [GeneratedRegex(@"\G[①-⑳](?:(?<item>(?<=(?:^|[,.;:!?\n(])[ ]?[①-⑳])(?=[ ]))|(?<runs>(?=[A-Za-z])))?")]
    private static partial Regex Shape();
}
