using Microsoft.ML.OnnxRuntime;

namespace TtsConsumers.Speech.Inference;

/// <summary>What a model takes and gives, as its session tells it: the ground on which a family chooses its contract.</summary>
/// <param name="Inputs">Every input.</param>
/// <param name="Outputs">Every output.</param>
public sealed record ModelSignature(IReadOnlyList<TensorSignature> Inputs, IReadOnlyList<TensorSignature> Outputs)
{
    /// <summary>Reads a session's signature.</summary>
    /// <param name="session">A loaded model whose inputs and outputs are tensors.</param>
    /// <returns>The signature.</returns>
    public static ModelSignature Of(InferenceSession session) => new(Tensors(session.InputMetadata), Tensors(session.OutputMetadata));

    /// <summary>For messages.</summary>
    /// <returns>All inputs, then all outputs.</returns>
    public override string ToString() => $"({string.Join(", ", Inputs)}) → ({string.Join(", ", Outputs)})";

    private static List<TensorSignature> Tensors(IReadOnlyDictionary<string, NodeMetadata> nodes) =>
        [.. nodes.Select(node => new TensorSignature(node.Key, node.Value.ElementDataType, node.Value.Dimensions.Length))];
}
