namespace TtsConsumers.Speech.Text.English;

/// <summary>A normalised English passage that was read.</summary>
/// <param name="Tokens">Its words and marks.</param>
/// <param name="Spoken">How each of them sounds.</param>
internal sealed record EnglishSentence(IReadOnlyList<Token> Tokens, IReadOnlyList<SpokenWord> Spoken);
