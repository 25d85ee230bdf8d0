using Microsoft.ML.OnnxRuntime.Tensors;
using TtsConsumers.Speech.Inference;

namespace TtsConsumers.Speech.Voices.Kokoro;

/// <summary>What a Kokoro export takes and gives. Inputs must match exactly; outputs beyond those needed are left alone.</summary>
internal sealed class KokoroContract
{
    private readonly string _name;
    private readonly ModelSignature _needed;

    private KokoroContract(string name, TensorSignature[] inputs, TensorSignature[] outputs) =>
        (_name, _needed) = (name, new ModelSignature(inputs, outputs));

    /// <summary>Several texts a call, with lengths and durations: models/kokoro-82m-v1.0/README.md.</summary>
    public static KokoroContract Batched { get; } = new(
        "batched",
        [Long("input_ids", 2), Long("input_lengths", 1), Float("style", 2), Float("speed", 1)],
        [Float("audio", 2), Long("audio_lengths", 1), Long("durations", 2)]);

    /// <summary>
    /// One text a call, without durations: the published exports. kokoro-onnx names the ids tokens and gives audio of one dimension;
    /// onnx-community names them input_ids and gives a waveform of two; others mix these.
    /// </summary>
    public static IReadOnlyList<KokoroContract> Stock { get; } =
    [
        .. from ids in (string[])["tokens", "input_ids"]
           from audio in (TensorSignature[])[Float("audio", 1), Float("waveform", 2), Float("audio", 2), Float("waveform", 1)]
           select new KokoroContract("stock", [Long(ids, 2), Float("style", 2), Float("speed", 1)], [audio]),
    ];

    /// <summary>The inputs, in the order in which a binding feeds them.</summary>
    public IReadOnlyList<string> Inputs => [.. _needed.Inputs.Select(tensor => tensor.Name)];

    /// <summary>The outputs, in the order in which a binding reads them.</summary>
    public IReadOnlyList<string> Outputs => [.. _needed.Outputs.Select(tensor => tensor.Name)];

    /// <summary>Whether a model follows this contract.</summary>
    /// <param name="found">The model's signature.</param>
    /// <returns>True when all inputs, and nothing but them, and all outputs are there with type and rank.</returns>
    public bool Matches(ModelSignature found) =>
        found.Inputs.Count == _needed.Inputs.Count
        && _needed.Inputs.All(found.Inputs.Contains)
        && _needed.Outputs.All(found.Outputs.Contains);

    /// <inheritdoc/>
    public override string ToString() => $"{_name} {_needed}";

    private static TensorSignature Long(string name, int rank) => new(name, TensorElementType.Int64, rank);

    private static TensorSignature Float(string name, int rank) => new(name, TensorElementType.Float, rank);
}
