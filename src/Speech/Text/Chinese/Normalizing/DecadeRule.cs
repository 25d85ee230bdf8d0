using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>People by the decade they were born in: 90后 is 九零后, and 95前 beside it 九五前; 00年代 is 零零年代, 1990s 一九九零年代.</summary>
internal sealed partial class DecadeRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        ChineseNumber.Digits(match.Groups["year"].ValueSpan) + (match.Groups["s"].Success ? "年代" : string.Empty);

    [GeneratedRegex(@"\G(?<!\d)(?:(?<year>[015-9][05])(?=(?:[、和与及][015-9][05])?后)(?!后[面来天])|(?<year>[5-9][05])(?:(?=前[、，。和与及])|(?<=后[、和与及]\d\d)(?=前))|(?<year>0\d)(?=年|后)|(?<year>[12]\d\d0)(?<s>'?s)(?![A-Za-z])(?:年代)?)")]
    private static partial Regex Shape();
}
