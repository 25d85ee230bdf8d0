using System.Collections.Frozen;

namespace TtsConsumers.Speech.Text.Chinese.WordRules;

/// <summary>地 between an adverbial and its verb is de5 (慢慢地划); else it is ground, di4, and the model knows.</summary>
internal sealed class AdverbialDe : IWordRule
{
    /// <summary>How it is read there.</summary>
    public const string Neutral = "de5";

    /// <summary>What has four characters says rather how than where: 实事求是地看.</summary>
    private const int Idiom = 4;

    /// <summary>Days and people are said twice as well, and say nothing of how.</summary>
    private const string Each = "天人家处年户村事";

    /// <summary>Nouns that also say how something is done.</summary>
    private static readonly FrozenSet<string> Manners = (
        "系统 科学 历史 本能 理性 逻辑 艺术 主观 客观 下意识 整体 微观 宏观 根本 义务 职业 技术 情不自禁 真心 诚心 好心 无意识 潜意识 策略 民主 和平 文明").Split(' ').ToFrozenSet();

    /// <inheritdoc/>
    public char Character => '地';

    /// <inheritdoc/>
    public string? Read(WordContext context)
    {
        var before = context.Word(-1);
        if (before.IsEmpty || !context.Has(1))
        {
            return null;
        }

        var adverbial = WordContext.IsReduplication(before) || IsCountedTwice(context) || (before.Length >= 2 && IsAdverbial(context, before));
        return adverbial ? Neutral : null;
    }

    /// <summary>Whether the words run together: 哗哗|地下 is 哗哗地|下. Underground comes after no such word.</summary>
    public static bool IsJoined(WordContext context) =>
        context.Word(0) is "地下" or "地上" && WordContext.IsReduplication(context.Word(-1)) && !Each.Contains(context.Word(-1)[0]);

    private static bool IsAdverbial(WordContext context, ReadOnlySpan<char> before) =>
        before[^1] is '般' or '样' or '性'
        || (context.IsPart(1, "v") && Manners.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before))
        || context.Part(-1) is "a" or "ad" or "z" or "d" or "an"
        || (before.Length == Idiom && context.Part(-1) is not "ns" and not "nt" and not "nz" && context.IsPart(1, "vpda"))
        || (context.IsPart(-1, "adzivlobm") && context.IsPart(1, "vdpca"));

    /// <summary>一片一片地, 一个一个地: numeral and measure word, twice.</summary>
    private static bool IsCountedTwice(WordContext context) =>
        (context.IsPart(-1, "qmn") && context.Before(4) is { Length: >= 4 } said && WordContext.IsReduplication(said[^4..]))
        || (context.Has(-4) && context.Word(-4).SequenceEqual(context.Word(-2)) && context.Word(-3).SequenceEqual(context.Word(-1)));
}
