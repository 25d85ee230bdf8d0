using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.English.Normalizing;

/// <summary>A web or mail address, word by word: www.example.com/docs is WWW dot example dot com slash docs.</summary>
internal sealed partial class WebRule() : NormalizationRule(WebAddress.Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text) =>
        string.Join(' ', Parts().Matches(match.Groups["address"].Value).Select(part => SayPart(part.Value)));

    private static string SayPart(string part) => part switch
    {
        "www" => "WWW",
        "." => "dot",
        ":" => "colon",
        "-" => "dash",
        "?" => "question mark",
        _ when char.IsAsciiDigit(part[0]) => EnglishNumber.Say(part),
        _ => Cleaning.SymbolNames.English(part[0]) ?? part,
    };

    [GeneratedRegex(@"[A-Za-z]+|\d+|[^A-Za-z\d]")]
    private static partial Regex Parts();
}
