using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A sign of arithmetic between numbers: 1+1=2 is 一加一等于二.</summary>
internal sealed partial class OperatorRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => Cleaning.SymbolNames.Chinese(match.Groups["sign"].ValueSpan[0]);

    [GeneratedRegex(@"\G(?<=[A-Za-z\d)）%²³°] ?)(?<sign>[+×÷=<>≤≥≈≠±]) ?(?=-?[\w(（¥$√])")]
    private static partial Regex Shape();
}
