using Microsoft.ML.OnnxRuntime.Tensors;

namespace TtsConsumers.Speech.Inference;

/// <summary>One input or output of a model.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Type">Its element type.</param>
/// <param name="Rank">How many dimensions it has.</param>
public sealed record TensorSignature(string Name, TensorElementType Type, int Rank)
{
    /// <summary>For messages: <c>tokens Int64 rank 2</c>.</summary>
    /// <returns>Name, type and rank.</returns>
    public override string ToString() => $"{Name} {Type} rank {Rank}";
}
