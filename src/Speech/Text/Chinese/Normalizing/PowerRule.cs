using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A power: 10^8 and 10⁸ are 十的八次方, x^-1 x的负一次方.</summary>
internal sealed partial class PowerRule() : NormalizationRule(Shape())
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var unit = match.Groups["unit"] is { Success: true } written ? UnitNames.Say(written.Value).After : string.Empty;
        var minus = match.Groups["minus"].Success ? "负" : string.Empty;
        var power = (minus + match.Groups["power"].Value) switch
        {
            "²" => "平方",
            "³" => "立方",
            _ => $"{minus}{ChineseNumber.Say(string.Concat(match.Groups["power"].Value.Select(Plain)))}次方",
        };
        return $"的{power}{unit}";
    }

    private static char Plain(char digit) => Raised.IndexOf(digit, StringComparison.Ordinal) is var value and >= 0 ? (char)('0' + value) : digit;

    [GeneratedRegex(
        @"\G(?:
          (?<=[\dA-Za-z)）])\^(?<minus>-)?(?<power>\d{1,4})
          |(?<=[\d)）])(?<minus>⁻)?(?<power>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})
          |(?<=[A-Za-z])(?:(?<minus>⁻)(?<power>[¹²³⁴⁵⁶⁷⁸⁹])|(?<power>[⁴⁵⁶⁷⁸⁹]))
        )(?:[ ]?(?<unit>" + UnitNames.Shape + @")(?![A-Za-z²³]))?",
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
