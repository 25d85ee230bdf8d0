using Microsoft.ML.OnnxRuntime;
using TtsConsumers.Speech.Audio;

namespace TtsConsumers.Speech.Inference;

/// <summary>Knows the tensors of one contract: pieces in, sound out. Keeps nothing between two calls.</summary>
public interface IModelBinding
{
    /// <summary>Calls the model, with all pieces at once where the contract can.</summary>
    /// <param name="session">The model; nobody else may be in its Run.</param>
    /// <param name="pieces">At least one.</param>
    /// <returns>One sound a piece, in the same order, each with its own.</returns>
    /// <exception cref="OnnxRuntimeException">The call was refused, failed or broken off.</exception>
    /// <exception cref="InvalidDataException">The outputs contradict each other.</exception>
    IReadOnlyList<SpokenAudio> Run(ModelSession session, IReadOnlyList<Piece> pieces);
}
