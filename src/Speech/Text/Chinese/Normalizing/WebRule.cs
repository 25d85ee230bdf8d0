using System.Text;
using System.Text.RegularExpressions;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Chinese.Normalizing;

/// <summary>A web or mail address: its words stay, its marks are said: www点example点com.</summary>
internal sealed class WebRule() : NormalizationRule(WebAddress.Shape())
{
    /// <inheritdoc/>
    protected override string? Say(Match match, string text)
    {
        var said = new StringBuilder();
        foreach (var c in match.Groups["address"].ValueSpan)
        {
            said.Append(c switch
            {
                '.' => "点",
                ':' => "冒号",
                '-' => "杠",
                '?' => "问号",
                _ when char.IsAsciiDigit(c) => ChineseNumber.Code([c]),
                _ => Cleaning.SymbolNames.Chinese(c) ?? c.ToString(),
            });
        }

        return said.ToString();
    }
}
