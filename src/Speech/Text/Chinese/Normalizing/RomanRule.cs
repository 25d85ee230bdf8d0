using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A Roman numeral where something is numbered: 第IV章 is 第四章, 伊丽莎白II世 伊丽莎白二世, III期 三期. An X elsewhere is a letter.</summary>
internal sealed partial class RomanRule() : NormalizationRule(Shape())
{
    private static readonly string[] Numerals =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"];

    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var value = Array.IndexOf(Numerals, match.Value) + 1;
        return value == 0 ? null : ChineseNumber.Cardinal(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\G(?<![A-Za-z\d])(?:[IVX]{1,5}(?=世(?![界纪]))|(?<=第[ ]?)[IVX]{1,5}(?=[ ]?[章节条卷部期阶级类型届代篇部集])|(?:[IVX]{2,5}|I)(?=[期型级类](?![的]?人)))")]
    private static partial Regex Shape();
}
