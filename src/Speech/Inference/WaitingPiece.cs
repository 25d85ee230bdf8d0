namespace TtsConsumers.Speech.Inference;

/// <summary>A piece of a text that waits for the model.</summary>
/// <param name="Request">Whose text.</param>
/// <param name="Index">Which piece of it.</param>
internal sealed record WaitingPiece(SpeechRequest Request, int Index)
{
    public Piece Piece => Request.Utterance.Pieces[Index];

    /// <summary>How much sound is to be expected, in ids at speed 1.</summary>
    public double Weight => Piece.Ids.Length / Piece.Speed;
}
