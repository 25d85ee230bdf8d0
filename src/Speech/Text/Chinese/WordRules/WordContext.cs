namespace TtsConsumers.Speech.Text.Chinese.WordRules;

/// <summary>A word among its neighbours in the same run of Hanzi.</summary>
internal readonly ref struct WordContext(Sentence sentence, int index, WordList list)
{
    /// <summary>Whether there is a word at an offset from this one in the run.</summary>
    public bool Has(int offset)
    {
        var at = index + offset;
        return at >= 0 && at < sentence.Words.Count && sentence.Words[at].Run == sentence.Words[index].Run;
    }

    /// <summary>The word at an offset from this one; empty when the run ends before it.</summary>
    public ReadOnlySpan<char> Word(int offset) => Has(offset) ? sentence[sentence.Words[index + offset]] : default;

    /// <summary>The part of speech at an offset, of 玩儿 that of 玩; empty when the run ends before it.</summary>
    public ReadOnlySpan<char> Part(int offset)
    {
        var word = Word(offset);
        return word.IsEmpty ? default : list.PartOfSpeech(word is [_, .., '儿'] && list.Contains(word[..^1]) ? word[..^1] : word);
    }

    /// <summary>Whether the part of speech at an offset begins with one of the letters.</summary>
    public bool IsPart(int offset, string letters) =>
        Part(offset) is { Length: > 0 } part && letters.Contains(part[0], StringComparison.Ordinal);

    /// <summary>Whether the word at an offset begins with one of the characters.</summary>
    public bool Begins(int offset, string characters) =>
        Word(offset) is { Length: > 0 } word && characters.Contains(word[0], StringComparison.Ordinal);

    /// <summary>The text of the run from the first of <paramref name="words"/> words before this one up to this one.</summary>
    public ReadOnlySpan<char> Before(int words)
    {
        var first = index;
        while (first > index - words && Has(first - 1 - index))
        {
            first--;
        }

        var start = sentence.Words[first].Start;
        return sentence.Text.AsSpan(start, sentence.Words[index].Start - start);
    }

    /// <summary>Whether a word says something twice: 慢慢, 绿油油, 高高兴兴, 一片一片.</summary>
    public static bool IsReduplication(ReadOnlySpan<char> word) => word.Length switch
    {
        2 => word[0] == word[1],
        3 => word[1] == word[2],
        4 => (word[0] == word[1] && word[2] == word[3]) || word[..2].SequenceEqual(word[2..]),
        _ => false,
    };
}
