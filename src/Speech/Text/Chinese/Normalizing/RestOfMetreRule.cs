using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>What is over a metre, in figures: 1米75 is 一米七五.</summary>
internal sealed partial class RestOfMetreRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => ChineseNumber.Digits(match.ValueSpan);

    [GeneratedRegex(@"\G(?<=[\d一二两三]米)\d{2}(?![\d.,:%]|厘米|公分|[个年岁米以])")]
    private static partial Regex Shape();
}
