using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Text;

/// <summary>How much of each script a stretch of text has.</summary>
/// <param name="Hanzi">Chinese characters.</param>
/// <param name="ChineseMarks">Marks of Chinese typography.</param>
/// <param name="LatinWords">Runs of Latin letters, and words whose sound is fixed; not readings in braces.</param>
/// <param name="SmallWords">Those of them in small letters that no digit stands before, so no units, names or abbreviations.</param>
internal readonly record struct ScriptCount(int Hanzi, int ChineseMarks, int LatinWords, int SmallWords)
{
    private const string Marks = "，。！？；：、";

    /// <summary>Fewer Latin words than this are a name, not a phrase.</summary>
    private const int ShortestPhrase = 3;

    /// <summary>
    /// Whether the stretch is Chinese: a Latin word weighs two characters, so that a name or two don't make a sentence English.
    /// </summary>
    public bool IsChinese => Hanzi > 0 ? (Hanzi * 2) + ChineseMarks >= LatinWords : ChineseMarks > 0 && !IsEnglishPhrase;

    /// <summary>
    /// Whether a stretch without Chinese characters is English of its own, not just the name of a product in Chinese text.
    /// </summary>
    public bool IsEnglishPhrase => Hanzi == 0 && LatinWords >= ShortestPhrase && SmallWords > 0;

    /// <summary>Counts.</summary>
    public static ScriptCount Of(ReadOnlySpan<char> text)
    {
        var (hanzi, marks, words, small) = (0, 0, 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            hanzi += Script.IsHanzi(text[at]) ? 1 : 0;
            marks += Marks.Contains(text[at], StringComparison.Ordinal) ? 1 : 0;
            words += FixedSounds.IsPlaceHolder(text[at]) ? 1 : 0;
            if (text[at] == '{' && at > 0 && (Script.IsHanzi(text[at - 1]) || char.IsAsciiDigit(text[at - 1])) && text[at..].Contains('}'))
            {
                at += text[at..].IndexOf('}');
            }
            else if (Script.IsLatin(text[at]))
            {
                var word = WordAt(text, at);
                words++;
                small += word.Length > 1 && word.IndexOfAnyInRange('A', 'Z') < 0 && !(at > 0 && char.IsAsciiDigit(text[at - 1])) ? 1 : 0;
                at += word.Length - 1;
            }
        }

        return new ScriptCount(hanzi, marks, words, small);
    }

    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (Script.IsLatin(text[end]) || text[end] == '\''))
        {
            end++;
        }

        return text[at..end];
    }
}
