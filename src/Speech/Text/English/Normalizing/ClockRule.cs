using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A clock time: 6:45 is six forty five, 03:05 three oh five, 12:00 twelve o'clock.</summary>
internal sealed partial class ClockRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var hour = EnglishNumber.Cardinal(match.Groups["hour"].Value);
        var second = match.Groups["second"].Value is { Length: > 0 } and not "00" ? SaySecond(match.Groups["second"].Value) : string.Empty;
        return hour + SayMinute(match.Groups["minute"].Value, match.Groups["half"].Success || second.Length > 0) + second;
    }

    private static string SaySecond(string second) => $" and {EnglishNumber.Cardinal(second)} seconds";

    private static string SayMinute(string minute, bool isBare) => minute switch
    {
        "00" => isBare ? string.Empty : " o'clock",
        ['0', var one] => $" oh {EnglishNumber.Digits([one])}",
        _ => $" {EnglishNumber.Cardinal(minute)}",
    };

    [GeneratedRegex(
        """
        \G(?<![\d:.])(?<hour>2[0-3]|1\d|0?\d):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d))?(?!:?\d)
        (?=(?<half>[ ]?[AaPp]\.?[Mm])?)
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
