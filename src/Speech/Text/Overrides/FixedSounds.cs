using TtsConsumers.Speech.Text.English;

namespace TtsConsumers.Speech.Text.Overrides;

/// <summary>
/// The sounds of a text's own words that are not of Hanzi alone. Each such word gives way to one place-holder, a character of the Private Use
/// Area, which no stage touches. The cleaner lets none through, so there is never another.
/// </summary>
internal sealed class FixedSounds
{
    private const char First = '\ue000';
    private const char Last = '\uf8ff';

    /// <summary>Marks between two digits that make one number of them.</summary>
    private const string InNumber = ".,:/-";

    private readonly List<(string Word, string Phonemes)> _sounds = [];

    /// <summary>None.</summary>
    public static FixedSounds None { get; } = new();

    /// <summary>Whether a character is a place-holder.</summary>
    public static bool IsPlaceHolder(char c) => c is >= First and <= Last;

    /// <summary>The phonemes behind a place-holder.</summary>
    public string PhonemesOf(char placeHolder) => _sounds[placeHolder - First].Phonemes;

    /// <summary>The word behind a place-holder.</summary>
    public string WordOf(char placeHolder) => _sounds[placeHolder - First].Word;

    /// <summary>A text with its words back in their places, for people to read.</summary>
    public string Restore(string text) => _sounds.Count == 0 ? text : string.Concat(text.Select(c => IsPlaceHolder(c) ? WordOf(c) : c.ToString()));

    /// <summary>Takes the words of a lexicon out of a cleaned text; of several at one place the longest.</summary>
    public PlacedText Hold(PlacedText placed, UserLexicon lexicon)
    {
        if (lexicon.IsEmpty)
        {
            return placed;
        }

        var text = placed.Text;
        var held = new PlacedBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (TryFind(text, at, lexicon, out var end, out var phonemes) && TryHold(text[at..end], phonemes, out var placeHolder))
            {
                held.Append(placeHolder, placed.PlaceOf(at, end));
                at = end;
            }
            else
            {
                held.Append(placed, at, ++at);
            }
        }

        return held.ToText();
    }

    private static bool TryFind(string text, int at, UserLexicon lexicon, out int end, out string phonemes)
    {
        foreach (var word in lexicon.OthersFrom(text[at]))
        {
            end = at + word.Text.Length;
            if (end <= text.Length && Matches(word.Text, text.AsSpan(at, word.Text.Length)) && CanPart(text, at) && CanEnd(text, ref end, out var ending))
            {
                phonemes = ending ? Inflection.AddS(word.Phonemes) : word.Phonemes;
                return true;
            }
        }

        (end, phonemes) = (at, string.Empty);
        return false;
    }

    private bool TryHold(string word, string phonemes, out char placeHolder)
    {
        var at = _sounds.IndexOf((word, phonemes));
        if (at < 0)
        {
            at = _sounds.Count;
            _sounds.Add((word, phonemes));
        }

        placeHolder = (char)(First + at);
        return at <= Last - First;
    }

    /// <summary>A word without capitals answers for all its spellings.</summary>
    private static bool Matches(string word, ReadOnlySpan<char> text) =>
        text.Equals(word, word.AsSpan().ContainsAnyInRange('A', 'Z') ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <summary>The plural and the possessive of a word sound as it does, and s.</summary>
    private static bool CanEnd(string text, ref int end, out bool hasEnding)
    {
        var length = text.AsSpan(end) switch
        {
            ['\'', 's' or 'S', ..] => 2,
            ['s', ..] => 1,
            _ => 0,
        };
        hasEnding = length > 0 && char.IsAsciiLetterOrDigit(text[end - 1]) && CanPart(text, end + length);
        end += hasEnding ? length : 0;
        return hasEnding || CanPart(text, end);
    }

    /// <summary>Whether no word and no number goes on across a place.</summary>
    private static bool CanPart(string text, int at)
    {
        if (at == 0 || at == text.Length)
        {
            return true;
        }

        var (before, after) = (text[at - 1], text[at]);
        var isInNumber = (char.IsAsciiDigit(before) && InNumber.Contains(after) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
            || (InNumber.Contains(before) && char.IsAsciiDigit(after) && at > 1 && char.IsAsciiDigit(text[at - 2]));
        return !isInNumber && !(char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after));
    }
}
