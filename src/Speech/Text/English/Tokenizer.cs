using System.Text.RegularExpressions;

namespace TtsConsumers.Speech.Text.English;

/// <summary>Parts a normalised English passage into words and marks.</summary>
internal static partial class Tokenizer
{
    /// <summary>
    /// Parts the passage. An apostrophe at the end of a word has no sound and goes: students'. The dot of U.S. at the end is a stop.
    /// </summary>
    public static IReadOnlyList<Token> Split(PlacedText placed)
    {
        var text = placed.Text;
        var tokens = new List<Token>();
        for (var match = Shape().Match(text); match.Success; match = match.NextMatch())
        {
            var end = match.Index + match.Length;
            var isWord = match.Groups["word"].Success;

            // A hyphen that joins nothing parts like a blank: GPT- four.
            var place = placed.PlaceOf(match.Index, end);
            tokens.Add(new Token(match.Value.TrimEnd('\''), isWord, end < text.Length && text[end] is ' ' or '-', place));
            if (isWord && end == text.Length && text[^1] == '.')
            {
                tokens.Add(new Token(".", IsWord: false, BlankFollows: false, place));
            }
        }

        return tokens;
    }

    [GeneratedRegex(@"(?<word>(?:[A-Za-z]{1,2}\.){2,}|[A-Za-z](?:['-]?[A-Za-z])*'?|[\ue000-\uf8ff])|[.,!?;:()—…“”]")]
    private static partial Regex Shape();
}
