using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>An amount of cents: 99¢.</summary>
internal sealed partial class CentRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        $"{EnglishNumber.Say(match.Groups["amount"].Value)} {(match.Groups["amount"].Value == "1" ? "cent" : "cents")}";

    [GeneratedRegex(@"\G(?<amount>" + EnglishNumber.Shape + ") ?¢")]
    private static partial Regex Shape();
}
