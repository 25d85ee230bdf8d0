using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>Minutes and seconds, of an angle or of a run: 39°54′20″ is 三十九度五十四分二十秒, 3′20″ 三分二十秒.</summary>
internal sealed partial class AngleRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        Part(match.Groups["degrees"], "度") + Part(match.Groups["minutes"], "分") + Part(match.Groups["seconds"], "秒");

    private static string Part(Group number, string unit) => number.Success ? ChineseNumber.Say(number.Value) + unit : string.Empty;

    // The cleaner has made plain quotes of the primes, and given the double ones a direction.
    [GeneratedRegex(
        """
        \G(?<![\d.'])(?:
          (?<degrees>\d{1,3})°[ ]?(?<minutes>\d{1,2})['’](?:[ ]?(?<seconds>\d{1,2}(?:\.\d+)?)["“”])?
          |(?<minutes>\d{1,3})['’][ ]?(?<seconds>[0-5]?\d(?:\.\d+)?)["“”]
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
