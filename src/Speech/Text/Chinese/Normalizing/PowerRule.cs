using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A power: 10^8 is 十的八次方, x^-1 x的负一次方.</summary>
internal sealed partial class PowerRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        $"的{(match.Groups["minus"].Success ? "负" : string.Empty)}{ChineseNumber.Say(match.Groups["power"].Value)}次方";

    [GeneratedRegex(@"\G(?<=[\dA-Za-z)）])\^(?<minus>-)?(?<power>\d{1,4})")]
    private static partial Regex Shape();
}
