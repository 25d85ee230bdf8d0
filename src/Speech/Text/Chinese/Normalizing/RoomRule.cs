using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A room, train or road number goes digit by digit: 202室 is 二零二室.</summary>
internal sealed partial class RoomRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => ChineseNumber.Digits(match.ValueSpan);

    [GeneratedRegex(@"\G(?<![\d.,])\d{3,4}(?=室|房|号房|包[厢间]|教室|病房|国道|省道|路公交|路车)")]
    private static partial Regex Shape();
}
