using System.Collections.Frozen;

namespace TtsConsumers.Speech.Text.Chinese.Sandhi;

/// <summary>
/// 一 is yi1 where it counts off (第一, 一月, 二零一), yi5 in 看一看, yi2 before a fourth tone or 个 (一个), yi4 elsewhere (一天).
/// </summary>
internal sealed class YiSandhi(LexiconTable hanzi)
{
    private const int Plain = 1;
    private const int Neutral = 5;
    private const string Digits = "一二三四五六七八九零〇";

    /// <summary>What a V一V can't be made of: 十一十 is a number.</summary>
    private const string Numerals = "零一二三四五六七八九十百千万亿两幺点";

    /// <summary>After these it is an ordinal or the last digit of a number.</summary>
    private const string Ordinals = "第初十零〇点周一二三四五六七八九两幺";

    /// <summary>Before these it is an ordinal (一月, 一楼), unless it counts (每一级).</summary>
    private const string Ranks = "月日号楼等级班";
    private const string Counting = "每同有这那某";
    /// <summary>Behind an English word 一 counts before these: pull一下.</summary>
    private const string AfterWord = "下个次遍点些样起会直定";
    private const string Operations = "比加减乘除";

    /// <summary>Words that end in 一 and go on with what follows; other words that end so (统一, 唯一) keep yi1.</summary>
    private static readonly FrozenSet<string> OpenWords = new[] { "每一", "这一", "那一", "某一", "有一", "同一", "另一" }.ToFrozenSet();

    /// <summary>Sayings in which it counts, and so keeps yi1 in the middle.</summary>
    private static readonly string[] Sayings = ["独一无二", "数一数二", "说一不二", "不一而足", "一五一十", "一把手", "一季度", "一年级", "始终如一"];

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _openWords = OpenWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Says every 一 of a sentence.</summary>
    public void Apply(Sentence sentence)
    {
        for (var at = 0; at < sentence.Text.Length; at++)
        {
            if (sentence.HanziAt(at) == '一' && sentence.Citation[at] == "yi1")
            {
                sentence.SayTone(at, Tone(sentence, at));
            }
        }
    }

    private int Tone(Sentence sentence, int at)
    {
        var (before, next) = (sentence.HanziAt(at - 1), sentence.HanziAt(at + 1));
        if (IsInSaying(sentence.Text, at) || IsOfHouse(sentence, at))
        {
            return Plain;
        }

        if (IsBetweenVerbs(sentence, at))
        {
            return Neutral;
        }

        var stays = next == '\0' || (IsBehindLetter(sentence.Text, at) && !AfterWord.Contains(next)) || IsCountedOff(sentence, at) || Digits.Contains(next) || Operations.Contains(next)
            || (Ranks.Contains(next) && !Counting.Contains(before)) || (next is '到' or '至' && Digits.Contains(sentence.HanziAt(at + 2)))
            || EndsWord(sentence, at);
        return stays ? Plain : IsFalling(sentence, at + 1) ? 2 : 4;
    }

    private static bool IsInSaying(string text, int at)
    {
        foreach (var saying in Sayings)
        {
            for (var first = saying.IndexOf('一', StringComparison.Ordinal); first >= 0; first = saying.IndexOf('一', first + 1))
            {
                if (at >= first && text.AsSpan(at - first).StartsWith(saying))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The storey or flat of a house: 三号楼一层.</summary>
    private static bool IsOfHouse(Sentence sentence, int at) => "楼栋幢座元".Contains(sentence.HanziAt(at - 1)) && "层室号".Contains(sentence.HanziAt(at + 1));

    /// <summary>Behind 第, or a digit; not behind a word that only ends like one: 统一一下.</summary>
    private bool IsCountedOff(Sentence sentence, int at)
    {
        var before = sentence.HanziAt(at - 1);
        return Ordinals.Contains(before) && !(before == '一' && EndsWord(sentence, at - 1));
    }

    /// <summary>The number of something with a letter, Q1 and A-1, is an ordinal.</summary>
    private static bool IsBehindLetter(string text, int at) =>
        at > 0 && (Script.IsLatin(text[at - 1]) || (text[at - 1] == '-' && at > 1 && Script.IsLatin(text[at - 2])));

    private static bool IsBetweenVerbs(Sentence sentence, int at)
    {
        var verb = sentence.HanziAt(at - 1);
        return verb != '\0' && verb == sentence.HanziAt(at + 1) && !Numerals.Contains(verb)
            && sentence.Citation[at - 1] == sentence.Citation[at + 1] && sentence.HanziAt(at - 2) != '一';
    }

    private bool EndsWord(Sentence sentence, int at)
    {
        var word = sentence.Words[sentence.WordAt(at)];
        return word.Length > 1 && at == word.End - 1 && !_openWords.Contains(sentence[word]);
    }

    /// <summary>A fourth tone, or a neutral one that was a fourth: 一个, 一下.</summary>
    private bool IsFalling(Sentence sentence, int at)
    {
        var tone = sentence.CitationTone(at);
        return tone == 4 || sentence.Text[at] == '个' || (tone == 5 && IsFourth(sentence.Text[at]));
    }

    private bool IsFourth(char character) =>
        hanzi.TryFind([character], out var syllables) && syllables.IndexOf('4') == syllables.IndexOfAnyInRange('1', '5');
}
