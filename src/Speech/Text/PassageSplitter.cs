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
    public static IReadOnlyList<Passage> Split(string text, SpeechLanguage main)
    {
        var passages = new List<Passage>();
        for (var from = 0; from < text.Length;)
        {
            var to = EndOfClause(text, from);
            AddClause(passages, text[from..to], main);
            from = to;
        }

        return passages;
    }

    private static void AddClause(List<Passage> passages, string clause, SpeechLanguage main)
    {
        if (LanguageOf(ScriptCount.Of(clause), main) == SpeechLanguage.Chinese)
        {
            Add(passages, clause, SpeechLanguage.Chinese);
            return;
        }

        for (var from = 0; from < clause.Length;)
        {
            var hanzi = Script.IsHanzi(clause[from]);
            var to = from + 1;
            while (to < clause.Length && Script.IsHanzi(clause[to]) == hanzi)
            {
                to++;
            }

            to = hanzi ? EndOfReading(clause, to) : to;

            Add(passages, clause[from..to], hanzi ? SpeechLanguage.Chinese : SpeechLanguage.English);
            from = to;
        }
    }

    /// <summary>A reading in braces belongs to the characters before it.</summary>
    private static int EndOfReading(string clause, int at) =>
        at < clause.Length && clause[at] == '{' ? Math.Max(at, clause.IndexOf('}', at) + 1) : at;

    private static void Add(List<Passage> passages, string text, SpeechLanguage language)
    {
        if (passages.Count > 0 && passages[^1].Language == language)
        {
            passages[^1] = new Passage(passages[^1].Text + text, language);
        }
        else
        {
            passages.Add(new Passage(text, language));
        }
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
