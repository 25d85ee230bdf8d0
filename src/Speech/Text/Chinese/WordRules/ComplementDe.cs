using System.Collections.Frozen;

namespace TtsConsumers.Speech.Text.Chinese.WordRules;

/// <summary>
/// 得 is de5 between a verb or adjective and its complement (跑得快), dei3 where it means must (他得休息), de2 where it means to get (得了感冒).
/// </summary>
internal sealed class ComplementDe : IWordRule
{
    /// <summary>What a complement of degree begins with.</summary>
    private static readonly FrozenSet<string> Degrees = new[]
    {
        "很", "太", "更", "最", "不", "又", "非常", "十分", "特别", "格外", "这么", "那么", "这样", "那样", "多", "极", "相当", "有点", "有些", "像",
        "比", "越来越", "更加", "如此", "比较", "好", "过于", "真", "满", "直", "都", "连", "到处", "可", "挺", "够", "怪", "尤其", "有多", "多么", "有如", "如同", "跟",
    }.ToFrozenSet();

    /// <inheritdoc/>
    public char Character => '得';

    /// <inheritdoc/>
    public string? Read(WordContext context)
    {
        var gets = context.Begins(1, "了到出");
        if (!context.Has(-1) || IsMust(context, gets))
        {
            return context.Has(1) && !gets ? Alone(context) : "de2";
        }

        if (gets && context.Word(1).Length == 1)
        {
            return context.IsPart(-1, "va") ? null : "de2";
        }

        return IsComplement(context) || (context.Word(-1)[^1] != '不' && context.IsPart(-1, "a")) ? "de5" : null;
    }

    /// <summary>A pronoun, adverb, noun or word of time before it and a verb after it.</summary>
    private static bool IsMust(WordContext context, bool gets) =>
        context.IsPart(-1, "rtdcn") && context.Part(-1) is not "an" && !context.Part(-1).StartsWith("vn")
        && context.IsPart(1, "vpd") && !IsDegree(context)
        && !(context.IsPart(-1, "n") && gets);

    /// <summary>At the start of a clause it is must only before a verb, or an adverb and a verb.</summary>
    private static string? Alone(WordContext context) =>
        context.Has(-1) || context.IsPart(1, "v") || context.Part(1) is "ad" or "an" || (context.IsPart(1, "dz") && context.IsPart(2, "v")) || WordContext.IsReduplication(context.Word(1))
            ? "dei3" : null;

    private static bool IsComplement(WordContext context) =>
        context.IsPart(-1, "vaizl") && context.Has(1)
        && (IsDegree(context) || context.Begins(1, "很太更最不又") || context.IsPart(1, "adzilrvc")
            || WordContext.IsReduplication(context.Word(1)));

    private static bool IsDegree(WordContext context) => Degrees.GetAlternateLookup<ReadOnlySpan<char>>().Contains(context.Word(1));
}
