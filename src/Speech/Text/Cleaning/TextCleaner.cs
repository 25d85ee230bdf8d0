using System.Buffers;
using System.Globalization;
using System.Text;
using TtsConsumers.Speech.Text.Normalizing;

namespace TtsConsumers.Speech.Text.Cleaning;

/// <summary>
/// The first stage: leaves only what later stages know. That is Hanzi with a reading, plain Latin letters, digits, marks, and signs
/// that have a name. Everything else is taken out and remembered, so that nothing gets lost without a word.
/// </summary>
internal sealed class TextCleaner(LexiconTable hanzi)
{
    private static readonly SearchValues<char> Kept = SearchValues.Create(" \n，。！？；：、…—–·“”,.!?;:'\"-~(){}");

    /// <summary>How far back the brace of a fixed reading is looked for.</summary>
    private const int LongestReading = 64;

    /// <summary>Cleans a text.</summary>
    /// <param name="text">Any text; a lone surrogate counts as U+FFFD.</param>
    /// <param name="leftOut">Takes what can't be spoken.</param>
    public PlacedText Clean(string text, LeftOut leftOut)
    {
        var clean = new PlacedBuilder(text.Length);
        var place = default(Place);
        foreach (var rune in text.EnumerateRunes())
        {
            place = new Place(place.To, place.To + rune.Utf16SequenceLength);
            if (IsInvisible(rune))
            {
                clean.Widen(place.To);
                continue;
            }

            var plain = rune.Value == 'ü' && IsInBraces(clean) ? "v" : CharacterFolds.Fold(rune);
            var speakable = plain.All(IsSpeakable) && !IsInGreekWord(text, place.From);
            clean.Append(speakable ? plain : " ", place);
            if (!speakable)
            {
                leftOut.Add(rune);
            }
        }

        var written = clean.ToText();
        return MarkRuns.Collapse(written.Rewritten(QuoteMarks.Direct(written.Text)));
    }

    /// <summary>In a fixed reading, 女{nü3}, ü is a sound of its own, written v from here on.</summary>
    private static bool IsInBraces(PlacedBuilder clean)
    {
        var at = clean.Length - 1;
        while (at >= Math.Max(0, clean.Length - LongestReading) && clean[at] is ' ' or (>= 'a' and <= 'z') or (>= '0' and <= '9'))
        {
            at--;
        }

        return at >= 0 && clean[at] == '{';
    }

    private bool IsSpeakable(char c) =>
        char.IsAsciiLetterOrDigit(c) || Kept.Contains(c) || CircledNumber.Is(c) || (Script.IsHanzi(c) ? hanzi.Contains([c]) : SymbolNames.Has(c));

    /// <summary>Joiners, variation selectors, direction marks and accents: there is nothing to hear in them by themselves.</summary>
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>A Greek letter alone is said by name; a word of them is in a language nobody here reads.</summary>
    private static bool IsInGreekWord(string text, int at) =>
        IsGreek(text[at]) && ((at > 0 && IsGreek(text[at - 1])) || (at + 1 < text.Length && IsGreek(text[at + 1])));

    private static bool IsGreek(char c) => c is (>= '\u0370' and <= '\u03ff') or (>= '\u1f00' and <= '\u1fff');
}
