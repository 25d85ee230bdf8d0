namespace TtsConsumers.Speech.Text.Overrides;

/// <summary>What a text has of readings of somebody's own, beside those in its braces.</summary>
/// <param name="Words">Words of Hanzi, for segmenter and reader.</param>
/// <param name="Sounds">The place-holders of other words, for the writers.</param>
internal sealed record TextOverrides(UserLexicon Words, FixedSounds Sounds)
{
    /// <summary>None.</summary>
    public static TextOverrides None { get; } = new(UserLexicon.Empty, FixedSounds.None);
}
