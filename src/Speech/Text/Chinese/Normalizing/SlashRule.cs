using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A slash between words is a choice, no more than a pause: 他/她.</summary>
internal sealed partial class SlashRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => "、";

    [GeneratedRegex(@"\G(?<=[\u4e00-\u9fffA-Za-z)”] ?)/ ?(?=[\u4e00-\u9fffA-Za-z(“])")]
    private static partial Regex Shape();
}
