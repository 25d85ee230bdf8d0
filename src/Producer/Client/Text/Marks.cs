using System.Globalization;

namespace TtsConsumers.Producer.Client.Text;

/// <summary>What a character means for cutting a text.</summary>
internal static class Marks
{
    private const string SentenceMarks = "。！？!?…；;";
    private const string ClauseMarks = "，,：:—";
    private const string Openers = "（(【[《〈「『｛{〔“‘";
    private const string Closers = "）)】]》〉」』｝}〕”’";
    private const string Particles = "的了着过吗呢吧啊呀们";
    private const string Numerals = "零〇一二三四五六七八九十百千万亿兆两";
    private const string Operators = "=+-−–/×÷*<>≤≥≈~^";

    /// <summary>Ends a sentence wherever it stands. A full stop of Latin text is not among them: it needs a look around.</summary>
    public static bool EndsSentence(char c) => SentenceMarks.Contains(c, StringComparison.Ordinal);

    /// <summary>Ends a clause, unless it stands inside a number or word.</summary>
    public static bool EndsClause(char c) => ClauseMarks.Contains(c, StringComparison.Ordinal);

    /// <summary>Belongs to what follows it.</summary>
    public static bool Opens(char c) => Openers.Contains(c, StringComparison.Ordinal);

    /// <summary>Belongs to what stands before it.</summary>
    public static bool Closes(char c) => Closers.Contains(c, StringComparison.Ordinal);

    /// <summary>Belongs to what stands before it and ends something.</summary>
    public static bool IsMark(char c) => c is '.' or '、' || EndsSentence(c) || EndsClause(c);

    /// <summary>A particle or suffix that leans on the word before it.</summary>
    public static bool IsParticle(char c) => Particles.Contains(c, StringComparison.Ordinal);

    /// <summary>A Chinese character that numbers are written with.</summary>
    public static bool IsNumeral(char c) => Numerals.Contains(c, StringComparison.Ordinal);

    /// <summary>A sign between two numbers or terms.</summary>
    public static bool IsOperator(char c) => Operators.Contains(c, StringComparison.Ordinal);

    /// <summary>A character of a script that writes no spaces (Han, kana).</summary>
    public static bool IsHan(char c) => c >= '\u2E80' && char.IsLetter(c) && !IsFullWidth(c);

    /// <summary>A letter of a script that writes spaces.</summary>
    public static bool IsLatin(char c) => char.IsLetter(c) && (c < '\u2E80' || IsFullWidth(c));

    /// <summary>A letter of a script that writes spaces, or a digit.</summary>
    public static bool IsWordPart(char c) => char.IsDigit(c) || IsLatin(c);

    /// <summary>The second half of one character: a low surrogate, a combining mark, a joiner or a variation selector.</summary>
    public static bool Continues(char c) => char.IsLowSurrogate(c) || c == '\u200D' ||
        CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsFullWidth(char c) => c is (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ');
}
