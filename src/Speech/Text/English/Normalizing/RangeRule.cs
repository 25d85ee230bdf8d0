using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>The sign between two numbers: 10-15 is ten to fifteen.</summary>
internal sealed partial class RangeRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => " to ";

    [GeneratedRegex(@"\G(?<=(?:\d%?|[AaPp]\.?[Mm]\.?) ?)[-–—~] ?(?=[$€£¥]?\d)")]
    private static partial Regex Shape();
}
