using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>Any other sign is said by its name; ~ before a number is 约.</summary>
internal sealed partial class SignRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        match.Groups["about"].Success ? "约" : Cleaning.SymbolNames.Chinese(match.ValueSpan[0]);

    [GeneratedRegex(@"\G(?:(?<about>(?<!约)~(?=\d))|.)")]
    private static partial Regex Shape();
}
