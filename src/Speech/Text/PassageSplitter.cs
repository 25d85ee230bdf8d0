namespace TtsConsumers.Speech.Text;

/// <summary>
/// Cuts cleaned text into passages of one language. A clause is the unit: "iPhone 15很好" says the number in Chinese, a whole English
/// sentence beside it says its numbers in English. Chinese characters inside an English clause are a passage of their own.
/// </summary>
internal static class PassageSplitter
{
    private const string Breaks = "，。！？；：、…—\n";
    private const string MaybeBreaks = ",.!?;:";

    /// <summary>The main language of a text by its script. Text without letters is Chinese.</summary>
    public static SpeechLanguage MainLanguage(string text)
    {
        var count = ScriptCount.Of(text);
        return count.IsChinese || count.LatinWords == 0 ? SpeechLanguage.Chinese : SpeechLanguage.English;
    }

    /// <summary>Cuts the text; put together again, the passages are the text.</summary>
    public static IReadOnlyList<Passage> Split(PlacedText text, SpeechLanguage main)
    {
        var ends = new List<(int End, SpeechLanguage Language)>();
        for (var from = 0; from < text.Length;)
        {
            var to = EndOfClause(text.Text, from);
            AddClause(ends, text.Text, from, to, main);
            from = to;
        }

        return [.. ends.Select((part, number) => new Passage(text.Slice(number == 0 ? 0 : ends[number - 1].End, part.End), part.Language))];
    }

    private static void AddClause(List<(int End, SpeechLanguage Language)> ends, string text, int from, int end, SpeechLanguage main)
    {
        if (LanguageOf(ScriptCount.Of(text.AsSpan(from, end - from)), main) == SpeechLanguage.Chinese)
        {
            Add(ends, end, SpeechLanguage.Chinese);
            return;
        }

        while (from < end)
        {
            var hanzi = Script.IsHanzi(text[from]);
            var to = from + 1;
            while (to < end && Script.IsHanzi(text[to]) == hanzi)
            {
                to++;
            }

            to = hanzi ? EndOfReading(text, to, end) : to;
            Add(ends, to, hanzi ? SpeechLanguage.Chinese : SpeechLanguage.English);
            from = to;
        }
    }

    /// <summary>A reading in braces belongs to the characters before it.</summary>
    private static int EndOfReading(string text, int at, int end) =>
        at < end && text[at] == '{' ? Math.Max(at, text.IndexOf('}', at, end - at) + 1) : at;

    private static void Add(List<(int End, SpeechLanguage Language)> ends, int end, SpeechLanguage language)
    {
        if (ends.Count > 0 && ends[^1].Language == language)
        {
            ends.RemoveAt(ends.Count - 1);
        }

        ends.Add((end, language));
    }

    private static SpeechLanguage LanguageOf(ScriptCount count, SpeechLanguage main) => main switch
    {
        SpeechLanguage.Chinese => count.IsChinese || !count.IsEnglishPhrase ? main : SpeechLanguage.English,
        _ => count.Hanzi > 0 && (count.IsChinese || count.LatinWords == 0) ? SpeechLanguage.Chinese : main,
    };

    private static int EndOfClause(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (Breaks.Contains(text[at]) || (MaybeBreaks.Contains(text[at]) && IsBreak(text, at)))
            {
                return at + 1;
            }
        }

        return text.Length;
    }

    /// <summary>An ASCII mark ends a clause before a blank, the end or a Chinese character; "3.14", "8:30" and "Dr. Lee" go on.</summary>
    private static bool IsBreak(string text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\n';
        var ends = char.IsWhiteSpace(next) || Script.IsHanzi(next) || next is '”' or '"';
        return ends && !(text[at] == '.' && IsAbbreviation(text, at));
    }

    private static bool IsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && Script.IsLatin(text[start - 1]))
        {
            start--;
        }

        var dotted = start > 0 && text[start - 1] == '.';
        return start < dot && (dotted || (dot - start <= 3 && char.IsAsciiLetterUpper(text[start])));
    }
}
