using Microsoft.ML.OnnxRuntime.Tensors;
using TtsConsumers.Speech.Inference;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>
/// What a Piper export takes and gives: <c>input [B, L], input_lengths [B], scales [3]</c>, with several speakers <c>sid [B]</c>, →
/// <c>output</c>, the audio; and, in exports that were patched for alignment, the frames of each id under a name of their own.
/// </summary>
/// <param name="HasSpeakers">Whether it takes <c>sid</c>.</param>
/// <param name="Audio">The name of the audio.</param>
/// <param name="Durations">The name of the frames; null where the graph has none.</param>
internal sealed record PiperContract(bool HasSpeakers, string Audio, string? Durations)
{
    private static readonly string[] Needed = ["input", "input_lengths", "scales"];

    /// <summary>The inputs, in the order in which a binding feeds them.</summary>
    public IReadOnlyList<string> Inputs => HasSpeakers ? [.. Needed, "sid"] : Needed;

    /// <summary>The outputs, in the order in which a binding reads them.</summary>
    public IReadOnlyList<string> Outputs => Durations is null ? [Audio] : [Audio, Durations];

    /// <summary>Finds the contract a session follows.</summary>
    /// <param name="model">The model's name, for the message.</param>
    /// <param name="found">The session's inputs and outputs.</param>
    /// <exception cref="ModelFileException">It is no Piper export; the message says what was found.</exception>
    public static PiperContract Of(string model, ModelSignature found)
    {
        var inputs = found.Inputs.ToDictionary(tensor => tensor.Name, tensor => tensor.Type);
        var speakers = inputs.Remove("sid", out var sid);
        var fits = inputs.Count == Needed.Length && Needed.All(inputs.ContainsKey) && (!speakers || sid == TensorElementType.Int64)
            && inputs["input"] == TensorElementType.Int64 && inputs["input_lengths"] == TensorElementType.Int64
            && inputs["scales"] == TensorElementType.Float;
        var audio = found.Outputs.FirstOrDefault(tensor => tensor.Name == "output") ?? (found.Outputs.Count > 0 ? found.Outputs[0] : null);
        if (!fits || audio?.Type != TensorElementType.Float)
        {
            throw new ModelFileException(
                $"Model {model} is no Piper export: it is {found}. A Piper export takes int64 input and input_lengths, float scales of three, "
                + "and int64 sid where it has several speakers, and gives float output.");
        }

        var durations = found.Outputs.FirstOrDefault(
            tensor => tensor != audio && tensor.Type is TensorElementType.Float or TensorElementType.Int64);
        return new PiperContract(speakers, audio.Name, durations?.Name);
    }
}
