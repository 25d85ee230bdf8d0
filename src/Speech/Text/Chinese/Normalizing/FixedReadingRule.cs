using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A reading somebody fixed, 行{hang2}: left for the reader of overrides.</summary>
internal sealed partial class FixedReadingRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => match.Value;

    [GeneratedRegex(@"\G\{[a-z]{1,6}[1-5](?: [a-z]{1,6}[1-5])*\}")]
    private static partial Regex Shape();
}
