using System.Text.RegularExpressions;

namespace TtsConsumers.Speech.Text;

/// <summary>Makes words of the text as sent of the words that are said.</summary>
internal static partial class WordSpans
{
    /// <summary>
    /// Makes one word of those that came from the same place, as the many words of a number do, of the numbers of a date or time, and of a sign and
    /// its number: -15. What has no phonemes is no word.
    /// </summary>
    /// <param name="said">The words that are said, in order.</param>
    /// <param name="text">The text as sent.</param>
    public static IReadOnlyList<WordSpan> Merge(IReadOnlyList<WordSpan> said, string text)
    {
        var words = new List<WordSpan>(said.Count);
        var date = Date().Match(text);
        foreach (var word in said)
        {
            if (word.End <= word.Start)
            {
                continue;
            }

            while (date.Success && date.Index + date.Length <= word.From)
            {
                date = date.NextMatch();
            }

            if (words.Count > 0 && (word.From < words[^1].To || IsSignOf(words[^1], word, text) || (date.Success && words[^1].From >= date.Index)))
            {
                words[^1] = words[^1] with { To = Math.Max(words[^1].To, word.To), End = word.End };
            }
            else
            {
                words.Add(word);
            }
        }

        return words;
    }

    /// <summary>A sign right before a number, and behind no other.</summary>
    private static bool IsSignOf(WordSpan sign, WordSpan number, string text) =>
        sign.To == number.From && sign.To == sign.From + 1 && char.IsDigit(text[number.From]) && !char.IsLetterOrDigit(text[sign.From])
        && (sign.From == 0 || !char.IsLetterOrDigit(text[sign.From - 1]) || Script.IsHanzi(text[sign.From - 1]));

    [GeneratedRegex(
        """
        \d{2,4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号號])?
        |\d{1,2}\s?月\s?\d{1,2}\s?[日号號]
        |\d{1,2}\s?[点點时時]\s?\d{1,2}\s?分(?:\s?\d{1,2}\s?秒)?
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Date();
}
