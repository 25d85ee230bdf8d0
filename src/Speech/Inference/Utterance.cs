using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech.Inference;

/// <summary>A text on its way to a model: pieces that are spoken one by one and joined into one audio.</summary>
/// <param name="Voice">Who speaks.</param>
/// <param name="Speed">1 is normal, 2 twice as fast; 0.5 to 2.</param>
/// <param name="Pieces">At least one.</param>
public sealed record Utterance(Voice Voice, float Speed, IReadOnlyList<Piece> Pieces)
{
    /// <summary>All ids, the boundary ids of every piece included.</summary>
    public int IdCount => Pieces.Sum(piece => piece.Ids.Length);

    /// <summary>All quiet between the pieces.</summary>
    public TimeSpan Pauses => new(Pieces.Sum(piece => piece.Pause.Ticks));
}
