using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>Any other sign is said by its name.</summary>
internal sealed partial class SignRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => Cleaning.SymbolNames.Chinese(match.ValueSpan[0]);

    [GeneratedRegex(@"\G.")]
    private static partial Regex Shape();
}
