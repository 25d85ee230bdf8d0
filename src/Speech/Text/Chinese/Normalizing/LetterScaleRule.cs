using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>Thousands and ten thousands by a letter: 10w+阅读 is 十万加阅读, 5k元 五千元. A w that is a watt stays one: 60w灯泡.</summary>
internal sealed partial class LetterScaleRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        ChineseNumber.Count(match.Groups["value"].Value) + (match.Groups["scale"].ValueSpan[0] is 'k' or 'K' ? "千" : "万");

    [GeneratedRegex(
        @"\G(?<![A-Za-z\d.])(?<value>" + ChineseNumber.Shape + @")(?:
          (?<scale>w)(?![A-Za-z\d]|[ ]?(?:快充|充电|功率|[的]?[大小]?灯|电|瓦|光))(?<!(?:功率|充电|快充)[^，。]{0,4})
          |(?<scale>[kK])(?=[+]?[元块人字粉]|月薪|美[元金]|阅读|播放)
        )",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
