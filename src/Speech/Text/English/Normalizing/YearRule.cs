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
        var isYear = to.Success || match.Groups["since"].Success || Before.Contains(match.Groups["word"].Value.ToLowerInvariant());
        var until = to.Success ? $" to {EnglishNumber.Year(to.Value)}" : string.Empty;
        return isYear ? EnglishNumber.Year(match.Groups["year"].Value) + until : null;
    }

    [GeneratedRegex(
        """
        \G(?<![\d.,$-])
        (?<since>(?<=(?:[Ff]rom|[Bb]etween)[ ]\d{4}[ ](?:to|and)[ ]))?  # from 1998 to 2005
        (?<=(?:\b(?<word>[A-Za-z]+),?[ ])?)
        (?<year>1[1-9]\d\d|20\d\d)(?:[-–](?<to>1[6-9]\d\d|20\d\d))?(?![\d%]|[,.]\d)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
