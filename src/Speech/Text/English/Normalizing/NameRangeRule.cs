using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>From one day or month to another, by name: Mon.-Fri. is Monday to Friday, Jan-Mar January to March.</summary>
internal sealed partial class NameRangeRule() : NormalizationRule(Shape())
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <inheritdoc/>
    protected override string? Say(Match match, string text) => $"{Name(match.Groups["from"].Value)} to {Name(match.Groups["to"].Value)}";

    private static string Name(string written) =>
        Array.Find(Days, day => day.StartsWith(written.AsSpan(0, 3), StringComparison.Ordinal)) ?? Calendar.Month(written);

    [GeneratedRegex(
        """
        \G(?<![A-Za-z])(?:
          (?<from>Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?\.?[ ]?[-–—][ ]?
          (?<to>Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?(?:\.(?=[ ,:;]))?
          |(?<from>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?[ ]?[-–—][ ]?
          (?<to>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}(?:\.(?=[ ,:;]))?
        )(?![A-Za-z])
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
