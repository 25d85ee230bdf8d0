using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>Feet and inches: 5'11" and 5 ft 11 in are five foot eleven and five feet eleven inches, a 32" TV is a thirty two inch TV.</summary>
internal sealed partial class FeetRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var (feet, inches) = (match.Groups["feet"], match.Groups["inches"]);
        return match.Groups["long"].Success ? $"{Counted(feet, "foot", "feet")} {Counted(inches, "inch", "inches")}{SentenceEnd.DotAtEnd(match, text)}"
            : !feet.Success ? (match.Value.EndsWith('.') ? Counted(inches, "inch", "inches") : $"{EnglishNumber.Say(inches.Value)} inch")
            : !inches.Success ? Counted(feet, "foot", "feet")
            : $"{EnglishNumber.Cardinal(feet.Value)} foot {EnglishNumber.Cardinal(inches.Value)}";
    }

    private static string Counted(Group number, string one, string many) =>
        $"{EnglishNumber.Say(number.Value)} {(number.Value == "1" ? one : many)}";

    // The cleaner has given the double quote a direction; one that opens behind a digit is the sign of inches.
    [GeneratedRegex(
        """
        \G(?<![\d.'])(?:
          (?<feet>\d{1,2})'[ ]?(?<inches>1[01]|\d)(?:["“”]|''|(?![\d.]))
          |(?<feet>\d{1,3})'(?=[ ](?:tall|long|wide|high|deep|by|x)\b)
          |(?<long>(?<feet>\d{1,2})[ ]?(?:ft\.?|feet|foot),?[ ](?<inches>1[01]|\d)[ ]?(?:in\b\.?|inch(?:es)?\b))
          |(?<inches>\d{1,3}(?:\.\d+)?)(?:“(?=[ ][a-zA-Z])|[ ]in\.(?=[ ](?:wide|tall|long|high|deep|thick|by|x|of)\b|,))
        )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
