namespace TtsConsumers.Speech.Text.Chinese.WordRules;

/// <summary>都 before what somebody does or is, is dou1 (都支持); elsewhere it may be a capital, du1, and the model knows.</summary>
internal sealed class AllOrCapital : IWordRule
{
    /// <inheritdoc/>
    public char Character => '都';

    /// <inheritdoc/>
    public string? Read(WordContext context) => context.IsPart(1, "vdapzrc") ? "dou1" : null;
}
