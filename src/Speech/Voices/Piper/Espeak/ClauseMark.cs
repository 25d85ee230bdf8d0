namespace TtsConsumers.Speech.Voices.Piper.Espeak;

/// <summary>What a character is to the end of a clause.</summary>
/// <param name="Kind">The mark it counts as: one of <c>. ? ! , : ;</c>; NUL for every other character.</param>
/// <param name="NeedsBlank">Whether it ends a clause only before a blank, a bracket or a quote; else before anything.</param>
internal readonly record struct ClauseMark(char Kind, bool NeedsBlank)
{
    private static readonly string[] Spaced = [".۔።᙮", "?؟\u037e፧", "!‼", ",،՝፣", ":፥፦", ";؛፤–—⸺⸻\u0387"];

    // Piper writes no mark for these: espeak-ng tells them apart from the marks that need a blank, and Piper looks for those alone.
    private static readonly string[] Unspaced = ["。．｡։।෴", "？¿", "！¡", "，、､", "：", "；…"];

    /// <summary>The six kinds, in the order of the tables above.</summary>
    private const string Kinds = ".?!,:;";

    /// <summary>Looks a character up.</summary>
    public static ClauseMark Of(char character)
    {
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            if (Spaced[kind].Contains(character, StringComparison.Ordinal))
            {
                return new ClauseMark(Kinds[kind], NeedsBlank: true);
            }

            if (Unspaced[kind].Contains(character, StringComparison.Ordinal))
            {
                return new ClauseMark(character is '¿' or '¡' ? ';' : Kinds[kind], NeedsBlank: false);
            }
        }

        return default;
    }

    /// <summary>Whether it is a mark at all.</summary>
    public bool IsMark => Kind != '\0';

    /// <summary>Whether it ends a sentence.</summary>
    public bool EndsSentence => Kind is '.' or '?' or '!';
}
