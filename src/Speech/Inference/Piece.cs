namespace TtsConsumers.Speech.Inference;

/// <summary>What one model call speaks: at most one breath of ids, in one style, at one speed.</summary>
/// <param name="Ids">The ids as the model takes them, boundary ids included.</param>
/// <param name="Style">The row of the voice pack for this many ids; empty for models without packs.</param>
/// <param name="Speed">1 is normal, 2 twice as fast; 0.5 to 2.</param>
/// <param name="Speaker">The speaker's number, for models that have several and tell them apart by number.</param>
/// <param name="Pause">The quiet that belongs behind it, for models that make none themselves.</param>
public sealed record Piece(ReadOnlyMemory<long> Ids, ReadOnlyMemory<float> Style, float Speed, long Speaker = 0, TimeSpan Pause = default);
