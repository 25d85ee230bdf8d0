using System.Text.RegularExpressions;

namespace TtsConsumers.Producer.Client.Text;

/// <summary>
/// Recognises the headings of chapters: <c>第十二章 归来</c>, <c>第3回</c>, <c>楔子</c>, <c>Chapter 4: The Storm</c>, <c>CHAPTER XII.</c>,
/// <c>Epilogue</c>, and markdown's <c># Title</c>. A heading has a line of its own and doesn't end as a sentence does.
/// </summary>
internal static partial class Headings
{
    private const int Longest = 60;

    /// <summary>Looks at a line.</summary>
    /// <param name="line">The line, without white space around it.</param>
    /// <returns>The heading without markdown's signs; <see langword="null"/> for any other line.</returns>
    public static string? Read(string line)
    {
        if (Markdown().Match(line) is { Success: true } marked)
            return marked.Groups["title"].Value;
        return line.Length <= Longest && (IsEnglish(line) || (!EndsAsText(line) && (Chinese().IsMatch(line) || ChineseWord().IsMatch(line))))
            ? line
            : null;
    }

    /// <summary>The number may have a full stop ("CHAPTER I."), and so may the title after one ("Chapter 1. Down the hole.") — but not a plain sentence.</summary>
    private static bool IsEnglish(string line) =>
        English().Match(line) is { Success: true } match
            && (match.Groups["part"].Length > 0 || !match.Groups["title"].Success || !EndsAsText(line));

    private static bool EndsAsText(string line) => line[^1] is '。' or '，' or ',' or '；' or ';' or '：' or '…' or '.' or '”' or '"' or '、';

    [GeneratedRegex(@"^#{1,6}\s+(?<title>.*?\S)\s*#*$", RegexOptions.CultureInvariant)]
    private static partial Regex Markdown();

    // 章 and 回 may have their title without a gap (第三章春天); the others are words of running text too (第一节课, 第二部分).
    [GeneratedRegex(
        @"^第\s*[0-9０-９零〇一二三四五六七八九十百千两廿卅]{1,9}\s*(?:章(?!程|法)|回(?!合|到|来|去|家|头)|[节節卷部集篇幕](?=$|[\s:：.．、·—-]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"^(?:序[章言幕曲]?|自序|前言|引[言子]|楔子|尾声|后记|後記|终章|番外|附录)(?:\s*[0-9０-９一二三四五六七八九十]{0,3})(?:$|[\s:：]\s*\S.*$)", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseWord();

    [GeneratedRegex(
        @"^(?=(?-i:\p{Lu}))(?:(?:chapter|part|book|volume)\s+(?:[0-9]{1,4}|[IVXLCDM]{1,9}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty)"
        + @"(?<part>\s*[.:—–-]\s*)?(?(part).*|(?:$|(?<title>\s+(?-i:\p{Lu}).*$)))|(?:prologue|epilogue|preface|foreword|afterword|introduction)\s*[.:]?)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
