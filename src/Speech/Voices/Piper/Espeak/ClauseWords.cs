using TtsConsumers.Speech.Text;

namespace TtsConsumers.Speech.Voices.Piper.Espeak;

/// <summary>The words of clauses, as blanks part them.</summary>
internal static class ClauseWords
{
    /// <summary>A word of a clause.</summary>
    /// <param name="Text">The word, with the marks it has.</param>
    /// <param name="Place">Where it stands in the text as sent; null where nobody knows.</param>
    public readonly record struct Word(string Text, Place? Place);

    /// <summary>Finds the words.</summary>
    /// <param name="given">The text that was cut into clauses.</param>
    /// <param name="words">Where its words were in the text as sent.</param>
    /// <param name="clauses">The clauses, in order.</param>
    /// <returns>The words of each clause.</returns>
    public static IReadOnlyList<IReadOnlyList<Word>> Of(string given, WrittenWords words, IReadOnlyList<SpokenClause> clauses)
    {
        var from = 0;
        return [.. clauses.Select(clause => clause.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Found).ToList())];

        // The splitter writes some characters otherwise; a word with one of them is not found.
        Word Found(string text)
        {
            for (var start = given.IndexOf(text, from, StringComparison.Ordinal); start >= 0; start = given.IndexOf(text, start + 1, StringComparison.Ordinal))
            {
                var end = start + text.Length;
                if ((start == 0 || char.IsWhiteSpace(given[start - 1])) && (end == given.Length || char.IsWhiteSpace(given[end])))
                {
                    from = end;
                    return new Word(text, words.At(start, end));
                }
            }

            return new Word(text, null);
        }
    }
}
