namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>
/// Reads characters the polyphone model is weak at, wherever in a word they stand, by the characters beside them. What a phrase or somebody
/// fixes stays.
/// </summary>
internal static class CharacterRules
{
    private const string Numerals = "一二两三四五六七八九十百千万亿几多数半整这那每哪";

    /// <summary>Behind 只 these make it the adverb: 三个只有.</summary>
    private const string AfterOnly = "有是能要好见不顾管怕争得限剩会想求需因凭差认够为在说用占让";

    /// <summary>尽 in 尽管, 尽量, 尽快, 尽早, 尽可能 is jin3.</summary>
    private const string AfterUtmost = "管快早量速先可";

    /// <summary>夹 of two layers of cloth: 夹衣, 夹袄.</summary>
    private const string AfterLined = "衣袄被裤袍";

    /// <summary>宁 that chooses: 宁死不降.</summary>
    private const string AfterRather = "可愿肯死";

    /// <summary>Behind these 种 is a kind: 有一种在海里生活.</summary>
    private const string Kinds = Numerals + "各某";

    /// <summary>What goes on from sowing: 种在, 种着, 种下.</summary>
    private const string InPlace = "在着下满植";

    /// <summary>What is rowed, 划, and with what.</summary>
    private const string Boats = "船桨舟艇筏";

    /// <summary>Where air or heat is shut in, 闷; hearts are 闷 in the fourth tone.</summary>
    private const string StuffyThings = "屋房气热湿锅盖厢";

    private static readonly string[] Titles = ["先生", "女士", "小姐", "太太", "老师", "同学", "阿姨", "叔叔", "大哥", "大姐", "师傅", "医生"];

    /// <summary>What is filled into a bowl: 盛饭.</summary>
    private const string Food = "饭米汤粥酒菜面";

    /// <summary>Corrects <see cref="Sentence.Citation"/>.</summary>
    public static void Apply(Sentence sentence)
    {
        for (var at = 0; at < sentence.Text.Length; at++)
        {
            if (sentence.Sources[at] is ReadingSource.Model or ReadingSource.Common && Read(sentence, at) is { } syllable)
            {
                sentence.Cite(at, syllable, ReadingSource.Rule);
            }
        }
    }

    private static string? Read(Sentence sentence, int at)
    {
        var (before, next) = (sentence.HanziAt(at - 1), sentence.HanziAt(at + 1));
        return sentence.Text[at] switch
        {
            '尽' => AfterUtmost.Contains(next) ? "jin3" : "jin4",
            '只' when Numerals.Contains(before) && !AfterOnly.Contains(next) => "zhi1",

            // A lane of Shanghai has a number: 五百九十三弄. 三弄 may be an air played thrice.
            '弄' when Numerals.Contains(before) && Numerals.Contains(sentence.HanziAt(at - 2)) => "long4",
            '幢' => Numerals.Contains(before) ? "zhuang4" : "chuang2",
            '镐' => next == '京' ? "hao4" : "gao3",
            '刨' => "pao2",
            '夹' => AfterLined.Contains(next) ? "jia2" : "jia1",
            '盛' when Food.Contains(next) => "cheng2",
            '哄' => "hong3",
            '种' when InPlace.Contains(next) && IsAlone(sentence, at) && !Kinds.Contains(before) => "zhong4",
            '和' when next == '着' => IsNear(sentence, at, "泥面粉灰") ? "huo4" : "he4",
            '划' when IsNear(sentence, at, Boats) => "hua2",
            '闷' when IsNear(sentence, at, StuffyThings) => "men1",

            // What is still so goes on with what it is; at the end of a clause something is returned: 千里江陵一日还.
            '还' when next == '\0' && before != '\0' && !IsDrawnOut(sentence.Text, at + 1) => "huan2",
            '宁' when AfterRather.Contains(next) => "ning4",
            var particle when next == '\0' && before != '\0' && Particle(particle) is { } neutral => neutral,
            var name => before == '姓' || IsAddressed(sentence, at) ? Surname(name) : null,
        };
    }

    /// <summary>Whether one of the characters stands in the same run of Hanzi.</summary>
    private static bool IsNear(Sentence sentence, int at, string characters)
    {
        var (first, end) = (at, at + 1);
        while (sentence.HanziAt(first - 1) != '\0')
        {
            first--;
        }

        while (sentence.HanziAt(end) != '\0')
        {
            end++;
        }

        return sentence.Text.AsSpan(first, end - first).ContainsAny(characters);
    }

    private static bool IsAlone(Sentence sentence, int at) => sentence.Words[sentence.WordAt(at)].Length == 1;

    private static bool IsDrawnOut(string text, int at) => at < text.Length && text[at] is '…' or '—';

    /// <summary>A word of one character before what people are called: 任先生.</summary>
    private static bool IsAddressed(Sentence sentence, int at) =>
        IsAlone(sentence, at) && Titles.Any(title => sentence.Text.AsSpan(at + 1).StartsWith(title));

    /// <summary>At the end of a clause these are without a tone.</summary>
    private static string? Particle(char particle) => particle switch
    {
        '哦' => "o5",
        '喔' => "wo5",
        '咯' => "lo5",
        '哩' => "li5",
        _ => null,
    };

    /// <summary>Names that are read as nothing else.</summary>
    private static string? Surname(char name) => name switch
    {
        '曾' => "zeng1",
        '单' => "shan4",
        '解' => "xie4",
        '仇' => "qiu2",
        '查' => "zha1",
        '任' => "ren2",
        '朴' => "piao2",
        '区' => "ou1",
        '华' => "hua4",
        '盖' => "ge3",
        '缪' => "miao4",
        '种' => "chong2",
        '翟' => "zhai2",
        '冼' => "xian3",
        '燕' => "yan1",
        '应' => "ying1",
        '宁' => "ning4",
        _ => null,
    };
}
