using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A price: $3.50 is three dollars and fifty cents, $4.2 million four point two million dollars, $5-10 five to ten dollars.</summary>
internal sealed partial class CurrencyRule() : NormalizationRule(Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var minus = match.Groups["minus"].Success ? "minus " : string.Empty;
        var (one, many, cent, cents) = Names(match.Groups["sign"].Value);
        many = match.Groups["which"].Success ? one : many;
        var number = match.Groups["amount"].Value is ['.', ..] bare ? $"0{bare}" : match.Groups["amount"].Value;
        if (match.Groups["from"] is { Success: true } from)
        {
            // Without a scale there are two blanks, which the normaliser makes one.
            return $"{EnglishNumber.Say(from.Value)} to {EnglishNumber.Say(number)} {Scale(match.Groups["scale"].Value)} {many}";
        }

        if (match.Groups["scale"] is { Success: true } scale)
        {
            return $"{minus}{EnglishNumber.Say(number)} {Scale(scale.Value)} {many}";
        }

        var parts = number.Split('.');
        if (parts.Length == 2 && (parts[1].Length != 2 || cent.Length == 0))
        {
            return $"{minus}{EnglishNumber.Say(number)} {many}";
        }

        var small = parts.Length == 2 && parts[1] != "00" ? Counted(parts[1].TrimStart('0'), cent, cents) : string.Empty;
        return minus + (parts[0] == "0" && small.Length > 0 ? small
            : Counted(parts[0], one, many) + (small.Length > 0 ? $" and {small}" : string.Empty));
    }

    private static string Counted(string number, string one, string many) => $"{EnglishNumber.Say(number)} {(number == "1" ? one : many)}";

    private static (string One, string Many, string Cent, string Cents) Names(string sign) => sign switch
    {
        "€" => ("euro", "euros", "cent", "cents"),
        "£" => ("pound", "pounds", "penny", "pence"),
        "¥" => ("yen", "yen", string.Empty, string.Empty),
        "₹" => ("rupee", "rupees", "paisa", "paise"),
        "₩" => ("won", "won", string.Empty, string.Empty),
        "₽" => ("ruble", "rubles", "kopeck", "kopecks"),
        _ => ("dollar", "dollars", "cent", "cents"),
    };

    private static string Scale(string scale) => scale switch
    {
        "k" or "K" => "thousand",
        "M" or "m" or "mn" => "million",
        "B" or "bn" => "billion",
        "tn" => "trillion",
        _ => scale,
    };

    [GeneratedRegex(
        @"\G(?<minus>(?<!\d)-)?(?:US)?(?<sign>[$€£¥₹₩₽])[ ]?
          (?:(?<from>" + EnglishNumber.Shape + @")[-–]\k<sign>?)?(?<amount>" + EnglishNumber.Shape + @"|\.\d\d)
          (?:[ ]?(?<scale>hundred|thousand|million|billion|trillion|(?:bn|mn|tn|[kKMmB])(?![A-Za-z])))?
          (?<which>(?<=\b(?:[Aa]|[Tt]he|[Tt]his|[Tt]hat|[Oo]ne|[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Tt]heir|[Yy]our|[Ee]ach|[Ee]very)[ ][$€£][\d,]{1,9}(?:\.\d)?(?:[ ]?[a-zA-Z]{1,8})?)
            (?=[ -](?!(?:is|was|were|are|in|on|for|per|to|and|or|that|which|of|at|by|from|with|he|she|we|they|you|it|as|will|can|has|had|a|an|the|not|more|less|each|out|into|off|went|goes|came)\b)[a-z]{3}))?",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
