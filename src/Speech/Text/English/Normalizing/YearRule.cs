using System.Collections.Frozen;
using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>Four bare digits are a year after in, since, a month and the like, and in a span of two years.</summary>
internal sealed partial class YearRule() : NormalizationRule(Shape())
{
    private static readonly FrozenSet<string> Before = (
        "in since of by from until after before during between circa year early late mid summer winter spring autumn fall january february "
        + "march april may june july august september october november december").Split(' ').ToFrozenSet();

    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var to = match.Groups["to"];
        var isYear = to.Success || match.Groups["since"].Success || match.Groups["plain"].Success
            || Before.Contains(match.Groups["word"].Value.ToLowerInvariant());
        var until = to.Success ? $" to {EnglishNumber.Year(to.Value)}" : string.Empty;
        return isYear ? EnglishNumber.Year(match.Groups["year"].Value) + until : null;
    }

    [GeneratedRegex(
        """
        \G(?<![\d.,$-])
        (?<since>                                                     # from 1998 to 2005, in 1998 and 2005
          (?<=(?:[Ff]rom|[Bb]etween)[ ]\d{4}[ ](?:to|and)[ ]|\b(?:[Yy]ears?|[Ii]n)[ ](?:\d{4}(?:,[ ]|,?[ ](?:and|or)[ ]))*))?
        (?<=(?:\b(?<word>[A-Za-z]+),?[ ])?)
        (?:
          (?<plain>(?:1[1-9]\d\d|20\d\d)(?=\))(?<=\(\d{4}))           # (1998)
          |(?<plain>20\d\d)(?<=\b[FC]Y\d{4})                          # FY2024
          |(?<plain>1\d{3}|20\d\d)(?=[ ](?:AD|BCE?|CE|A\.D\.|B\.C\.))  # 1066 AD
          |(?<plain>1\d{3}|20\d\d)(?<=\b(?:[Yy]ear|[Ee]st(?:ablished|\.))[ ]\d{4})
          |(?<plain>1\d{3})(?<=\b(?:AD|A\.D\.)[ ]\d{4})
          |(?<plain>19\d\d|20[0-2]\d)(?=[ ](?:was|will|saw|brought|marked)\b|'s\b)
          |(?<plain>19\d[1-9]|20[0-2][1-9]|2020)(?<=\b[Tt]he[ ]\d{4})(?=[ ](?!people|men|women|or|and|of|to)[A-Za-z]{3})  # the 2008 crisis
          |(?:1[1-9]\d\d|20\d\d)
        )
        (?<=(?<year>\d{4}))
        (?:[-–](?<to>1[6-9]\d\d|20\d\d))?(?![\d%]|[,.]\d)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
