using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>The hyphen between letters and a number parts like a blank: COVID-19, B-52, mid-1990s.</summary>
internal sealed partial class HyphenRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => " ";

    [GeneratedRegex(@"\G(?<=[A-Za-z])-(?='?\d)")]
    private static partial Regex Shape();
}
