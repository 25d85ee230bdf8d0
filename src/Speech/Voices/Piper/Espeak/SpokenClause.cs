namespace TtsConsumers.Speech.Voices.Piper.Espeak;

/// <summary>A clause as espeak-ng takes it.</summary>
/// <param name="Text">The clause with its mark, in one line.</param>
/// <param name="Mark">The mark Piper puts behind its phonemes: one of <c>. ? ! , : ;</c>, or NUL for none.</param>
/// <param name="EndsSentence">Whether the next clause begins a sentence.</param>
internal readonly record struct SpokenClause(string Text, char Mark, bool EndsSentence);
