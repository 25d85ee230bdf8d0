using System.Collections.Frozen;
using TtsConsumers.Speech.Text.Overrides;

namespace TtsConsumers.Speech.Text;

/// <summary>How much of each script a stretch of text has.</summary>
/// <param name="Hanzi">Chinese characters.</param>
/// <param name="ChineseMarks">Marks of Chinese typography.</param>
/// <param name="LatinWords">Runs of Latin letters, and words whose sound is fixed; not readings in braces.</param>
/// <param name="SmallWords">Those of them in small letters that no digit stands before, so no units, names or abbreviations.</param>
/// <param name="GrammarWords">Those of them that make a sentence of others, such as I and the.</param>
internal readonly record struct ScriptCount(int Hanzi, int ChineseMarks, int LatinWords, int SmallWords, int GrammarWords)
{
    private const string Joints = ".:/?=&@_%";
    private const string Marks = "，。！？；：、";

    /// <summary>Fewer Latin words than this are a name, not a phrase, unless one of them is for grammar: I paid.</summary>
    private const int ShortestPhrase = 3;

    private static readonly FrozenSet<string> Grammar = (
        "i you he she it we they the a an this that these those my your his her our their is are was were be have has had do does did will would can could "
        + "to of for and or not please let's i'm it's don't that's what how who where when why there with from at in on").Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the stretch is Chinese: a Latin word weighs two characters, so that a name or two don't make a sentence English.
    /// </summary>
    public bool IsChinese => Hanzi > 0 ? (Hanzi * 2) + ChineseMarks >= LatinWords : ChineseMarks > 0 && !IsEnglishPhrase;

    /// <summary>
    /// Whether a stretch without Chinese characters is English of its own, not just the name of a product in Chinese text.
    /// </summary>
    public bool IsEnglishPhrase => Hanzi == 0 && SmallWords > 0 && (LatinWords >= ShortestPhrase || (LatinWords > 1 && GrammarWords > 0));

    /// <summary>Counts.</summary>
    public static ScriptCount Of(ReadOnlySpan<char> text)
    {
        var (hanzi, marks, words, small, grammar) = (0, 0, 0, 0, 0);
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
                var word = AddressAt(text, at);
                words++;
                grammar += Grammar.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
                small += word.Length > 1 && word.IndexOfAnyInRange('A', 'Z') < 0 && !(at > 0 && char.IsAsciiDigit(text[at - 1])) ? 1 : 0;
                at += word.Length - 1;
            }
        }

        return new ScriptCount(hanzi, marks, words, small, grammar);
    }

    /// <summary>The word at a place, with what a web or mail address or the name of a file goes on with: that is one word.</summary>
    private static ReadOnlySpan<char> AddressAt(ReadOnlySpan<char> text, int at)
    {
        var word = WordAt(text, at);
        var end = at + word.Length;
        while (end + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (Joints.Contains(text[end]) && (char.IsAsciiLetterOrDigit(text[end + 1]) || text[end..].StartsWith("://")))))
        {
            end += text[end..].StartsWith("://") ? 3 : 1;
        }

        return end < text.Length && char.IsAsciiLetterOrDigit(text[end]) ? text[at..(end + 1)] : text[at..end];
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
