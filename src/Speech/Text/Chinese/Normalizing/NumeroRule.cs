using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>No. before a number: No.1 is number一.</summary>
internal sealed partial class NumeroRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => "number ";

    [GeneratedRegex(@"\G(?<![A-Za-z])N[oO]\.? ?(?=\d)")]
    private static partial Regex Shape();
}
