using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>Any other sign is said by its name. Signs that only part words are a blank.</summary>
internal sealed partial class SignRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        Cleaning.SymbolNames.English(match.ValueSpan[0]) is { } name ? $" {name} " : null;

    [GeneratedRegex(@"\G.")]
    private static partial Regex Shape();
}
