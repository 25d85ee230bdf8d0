using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>AM and PM in all spellings after a time. The dot stays where it ends the sentence.</summary>
internal sealed partial class HalfDayRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        $"{match.Groups["half"].Value.ToUpperInvariant()}M{SentenceEnd.DotAfter(match, text)}";

    [GeneratedRegex(@"\G(?<=\d ?)(?<half>[AaPp])(?:\.[Mm]\.?|[Mm])(?![A-Za-z])")]
    private static partial Regex Shape();
}
