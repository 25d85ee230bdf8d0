namespace TtsConsumers.Speech.Text.Chinese.WordRules;

/// <summary>儿 behind a word is the suffix er5 (花儿); at the start of a run it is the word er2 (儿啊).</summary>
internal sealed class SuffixEr : IWordRule
{
    /// <inheritdoc/>
    public char Character => '儿';

    /// <inheritdoc/>
    public string? Read(WordContext context) => context.Has(-1) ? "er5" : null;
}
