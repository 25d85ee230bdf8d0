using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>People by the decade they were born in: 90后 is 九零后; 00年代 is 零零年代.</summary>
internal sealed partial class DecadeRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => ChineseNumber.Digits(match.ValueSpan);

    [GeneratedRegex(@"\G(?<!\d)(?:[015-9][05](?=后)(?!后[面来天])|0\d(?=年|后))")]
    private static partial Regex Shape();
}
