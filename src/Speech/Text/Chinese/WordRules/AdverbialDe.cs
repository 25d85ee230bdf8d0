namespace TtsConsumers.Speech.Text.Chinese.WordRules;

/// <summary>地 between an adverbial and its verb is de5 (慢慢地划); else it is ground, di4, and the model knows.</summary>
internal sealed class AdverbialDe : IWordRule
{
    private const string Neutral = "de5";

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

        var adverbial = WordContext.IsReduplication(before) || (before.Length >= 2 ? IsAdverbial(context, before) : IsCountedTwice(context));
        return adverbial ? Neutral : null;
    }

    private static bool IsAdverbial(WordContext context, ReadOnlySpan<char> before) =>
        before[^1] is '般' or '样' or '性'
        || context.Part(-1) is "a" or "ad" or "z" or "d" or "an"
        || (context.IsPart(-1, "adzivlobm") && context.IsPart(1, "vdpca"));

    /// <summary>一片一片地, 一个一个地: numeral and measure word, twice.</summary>
    private static bool IsCountedTwice(WordContext context) =>
        (context.IsPart(-1, "qm") && WordContext.IsReduplication(context.Before(4)))
        || (context.Has(-4) && context.Word(-4).SequenceEqual(context.Word(-2)) && context.Word(-3).SequenceEqual(context.Word(-1)));
}
