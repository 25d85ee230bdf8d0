namespace TtsConsumers.Speech.Text.Explaining;

/// <summary>A stretch of a text that one language reads.</summary>
/// <param name="Language">The language.</param>
/// <param name="Text">The stretch.</param>
/// <param name="Normalized">The stretch as it is said, in words and marks.</param>
/// <param name="Words">The words it is parted into.</param>
public sealed record ExplainedPassage(SpeechLanguage Language, string Text, string Normalized, IReadOnlyList<ExplainedWord> Words);
