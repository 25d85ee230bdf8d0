using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>The number of a figure or a table: 图3-1 is 图三杠一. Elsewhere such a thing is a range.</summary>
internal sealed partial class CaptionRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => string.Join('杠', match.Value.Split('-').Select(ChineseNumber.Say));

    [GeneratedRegex(@"\G(?<=(?<![地版视拼插截贴配制绘制代发])[图表]|例题?|附[表图录件]|公式) ?\d{1,2}-\d{1,2}(?![\d-]|[个张条种])")]
    private static partial Regex Shape();
}
