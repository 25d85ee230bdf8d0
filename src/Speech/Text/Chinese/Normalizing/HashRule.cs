using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>The sign #: behind a number it is 号 (3#楼), before one as well (#3); around a topic it says nothing (#世界杯#).</summary>
internal sealed partial class HashRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => match.Groups["number"].Success ? "号" : string.Empty;

    [GeneratedRegex(@"\G(?:(?<number>(?<=\d)#(?=[汽柴]油|[楼栋幢机炉门线馆桌井]))|#(?=[^#\d][^#\n]{0,29}#)|(?<=#[^#\n]{1,30})#)")]
    private static partial Regex Shape();
}
