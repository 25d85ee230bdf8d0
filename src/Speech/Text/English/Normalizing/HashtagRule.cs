using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A topic: #AI is hashtag AI.</summary>
internal sealed partial class HashtagRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => "hashtag ";

    [GeneratedRegex(@"\G(?<![A-Za-z\d])#(?=[A-Za-z])")]
    private static partial Regex Shape();
}
