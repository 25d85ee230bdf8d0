namespace TtsConsumers.Speech.Text.Chinese;

/// <summary>
/// Reads characters that are said otherwise as surnames: behind 姓, and alone before what people are called (单女士) or what they are (曾行长).
/// What a phrase or somebody fixes stays.
/// </summary>
internal static class Surnames
{
    private static readonly string[] Addresses = ["先生", "女士", "小姐", "太太", "老师", "同学", "阿姨", "叔叔", "大哥", "大姐", "师傅", "医生", "大夫", "氏"];

    private static readonly string[] Posts =
    [
        "行长", "处长", "局长", "厂长", "院长", "校长", "部长", "市长", "县长", "省长", "镇长", "村长", "乡长", "科长", "司长", "厅长", "站长", "社长", "会长", "馆长",
        "班长", "排长", "连长", "营长", "团长", "旅长", "师长", "军长", "队长", "组长", "所长", "店长", "船长", "机长", "董事长", "秘书", "主任", "主席", "书记", "教授",
        "博士", "经理", "总经理", "总监", "总裁", "总统", "总理", "将军", "司令", "上校", "少校", "导演", "教练", "律师", "法官", "警官", "记者", "编辑", "老板", "同志",
        "院士", "工程师", "委员", "代表", "检察官", "护士长", "指导员", "政委", "公子", "总", "导", "工", "局", "处", "院", "队",
    ];

    /// <summary>Before a post these are more often a word: 任局长, 区委员, 应校长的邀请, 查经理的账.</summary>
    private const string MoreOftenWords = "任区应查种宁华";

    private static readonly string[] Asked = ["要求", "邀", "请", "之", "的邀", "的要求", "的请", "安排"];

    /// <summary>Corrects <see cref="Sentence.Citation"/>.</summary>
    public static void Apply(Sentence sentence)
    {
        for (var at = 0; at < sentence.Text.Length; at++)
        {
            if (sentence.Sources[at] is ReadingSource.Model or ReadingSource.Common && Of(sentence.Text[at]) is { } syllable && IsName(sentence, at))
            {
                sentence.Cite(at, syllable, ReadingSource.Rule);
            }
        }
    }

    private static bool IsName(Sentence sentence, int at) => sentence.HanziAt(at - 1) == '姓' || (IsAlone(sentence, at) && IsCalled(sentence, at + 1));

    private static bool IsCalled(Sentence sentence, int at)
    {
        var name = sentence.Text[at - 1];
        var behind = sentence.Text.AsSpan(at);
        foreach (var address in Addresses)
        {
            if (behind.StartsWith(address))
            {
                return name != '应' || !StartsWithAny(behind[address.Length..], Asked);
            }
        }

        return !MoreOftenWords.Contains(name) && sentence.HanziAt(at) != '\0' && sentence.WordAt(at) is var word && IsPost(sentence[sentence.Words[word]]);
    }

    private static bool IsPost(ReadOnlySpan<char> word)
    {
        foreach (var post in Posts)
        {
            if (word.SequenceEqual(post))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAlone(Sentence sentence, int at) => sentence.Words[sentence.WordAt(at)].Length == 1;

    /// <summary>Names that are read as nothing else.</summary>
    private static string? Of(char name) => name switch
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
        '葛' => "ge3",
        '乐' => "yue4",
        '尉' => "wei4",
        '逄' => "pang2",
        _ => null,
    };
}
