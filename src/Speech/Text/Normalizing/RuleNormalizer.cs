using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Text.Normalizing;

/// <summary>
/// Walks through a passage from left to right; at each place the first rule that answers wins, else the character stays as it is.
/// </summary>
/// <param name="rules">The rules, most specific first.</param>
/// <param name="partsWords">Whether what a rule says is parted by a blank from letters before it: MP3 is "MP three".</param>
internal sealed class RuleNormalizer(IReadOnlyList<NormalizationRule> rules, bool partsWords)
{
    /// <summary>Writes a passage the way it is said.</summary>
    public PlacedText Normalize(PlacedText placed)
    {
        var text = placed.Text;
        var said = new PlacedBuilder(text.Length * 2);
        for (var at = 0; at < text.Length;)
        {
            if (CanStart(text, at) && Say(text, at, out var length) is { } words)
            {
                var runsOn = partsWords && said.Length > 0 && IsWord(said[^1]) && words.Length > 0 && Script.IsLatin(words[0]);
                var place = placed.PlaceOf(at, at + length);
                said.Append(runsOn ? " " : string.Empty, place);
                said.Append(words, place);
                at += length;
            }
            else
            {
                said.Append(placed, at, ++at);
            }
        }

        return said.ToText();
    }

    private static bool IsWord(char c) => Script.IsLatin(c) || FixedSounds.IsPlaceHolder(c);

    /// <summary>Hanzi stand for themselves, and nothing starts in the middle of a word.</summary>
    private static bool CanStart(string text, int at) =>
        !Script.IsHanzi(text[at]) && text[at] != ' ' && !(Script.IsLatin(text[at]) && at > 0 && Script.IsLatin(text[at - 1]));

    private string? Say(string text, int at, out int length)
    {
        foreach (var rule in rules)
        {
            if (rule.TrySay(text, at, out length) is { } words && length > 0)
            {
                return words;
            }
        }

        length = 0;
        return null;
    }
}
