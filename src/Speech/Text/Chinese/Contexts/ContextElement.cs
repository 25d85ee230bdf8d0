namespace TtsConsumers.Speech.Text.Chinese.Contexts;

/// <summary>One step of a <see cref="ContextPattern"/>: a character, a set of them, any number of any, or the border of a word.</summary>
/// <param name="Kind">What it takes.</param>
/// <param name="Characters">The characters of a set; NUL stands for the end of the run of Hanzi.</param>
/// <param name="IsOptional">Whether it may take nothing.</param>
internal readonly record struct ContextElement(ContextElementKind Kind, string Characters, bool IsOptional)
{
    /// <summary>Whether it takes a character of the text, which may be a mark.</summary>
    public bool Takes(char character, bool isEnd) =>
        (Characters.Contains(character, StringComparison.Ordinal) || (isEnd && Characters.Contains('\0', StringComparison.Ordinal)))
        != (Kind == ContextElementKind.NoneOf);
}
