namespace TtsConsumers.Speech.Text.Chinese.WordRules;

/// <summary>率 behind what it measures is lv4 (合格率低于); before whom somebody leads it is shuai4 (教练率队), and the model knows.</summary>
internal sealed class RateSuffix : IWordRule
{
    /// <inheritdoc/>
    public char Character => '率';

    /// <inheritdoc/>
    public string? Read(WordContext context) => context.IsPart(-1, "nvab") && !context.IsPart(1, "nr") ? "lv4" : null;
}
