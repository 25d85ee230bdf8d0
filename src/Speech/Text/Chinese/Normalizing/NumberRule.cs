using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>
/// Any other number. 2 is 两 before what it counts, also when that comes after the end of a range: 2~3天. Money has no zeros at its end: 9.90元.
/// </summary>
internal sealed partial class NumberRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        if (match.Groups["money"].Success)
        {
            return ChineseNumber.Amount(match.Groups["number"].Value);
        }

        var counts = !match.Groups["ordinal"].Success && MeasureWords.StandsAt(text, EndOfRange(match));
        return counts ? ChineseNumber.Count(match.Groups["number"].Value) : ChineseNumber.Say(match.Groups["number"].Value);
    }

    private static int EndOfRange(Match match) => match.Index + match.Length + match.Groups["more"].Length;

    [GeneratedRegex(@"\G(?<ordinal>(?<=第 ?))?(?<number>" + ChineseNumber.Shape + @")(?=(?<more>[-~–—到至]\d+)?)(?=(?<money>(?<=\.\d+)(?:元|块钱?|美元|欧元|英镑|港元|日元))?)")]
    private static partial Regex Shape();
}
