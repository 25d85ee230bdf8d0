using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A minus before a number, when no number or word stands before it.</summary>
internal sealed partial class MinusRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => "minus ";

    [GeneratedRegex(@"\G(?<![\w.])-(?=\d)")]
    private static partial Regex Shape();
}
