using System.Text;

namespace TtsConsumers.Speech.Text.English;

/// <summary>Says letters by name: GPU is ʤˌipˌijˈu, the last letter stressed.</summary>
internal sealed class Speller(EnglishLexicon lexicon)
{
    /// <summary>Spells the letters of a word; whatever else it has is passed over. Empty when it has none.</summary>
    public string Spell(ReadOnlySpan<char> word)
    {
        var names = new StringBuilder();
        foreach (var letter in word)
        {
            names.Append(char.IsAsciiLetter(letter) ? lexicon.LetterName(letter) : string.Empty);
        }

        var demoted = Stress.Demote(names.ToString()).ToCharArray();
        var last = Array.LastIndexOf(demoted, Sounds.Secondary);
        if (last >= 0)
        {
            demoted[last] = Sounds.Primary;
        }

        return new string(demoted);
    }
}
