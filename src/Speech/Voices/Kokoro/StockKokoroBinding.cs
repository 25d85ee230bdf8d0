using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Inference;

namespace TtsConsumers.Speech.Voices.Kokoro;

/// <summary>A stock contract: ids, style, speed → audio, one text a call, no durations.</summary>
internal sealed class StockKokoroBinding(ModelManifest manifest, KokoroContract contract) : IModelBinding
{
    private readonly IReadOnlyList<string> _inputNames = contract.Inputs;
    private readonly IReadOnlyList<string> _outputNames = contract.Outputs;

    /// <inheritdoc/>
    public IReadOnlyList<SpokenAudio> Run(ModelSession session, IReadOnlyList<Piece> pieces) =>
        [.. pieces.Select(piece => Run(session, piece))];

    private SpokenAudio Run(ModelSession session, Piece piece)
    {
        using var tokens = Tensor(piece.Ids, [1, piece.Ids.Length]);
        using var style = Tensor(piece.Style, [1, piece.Style.Length]);
        using var speed = OrtValue.CreateTensorValueFromMemory(new[] { piece.Speed }, [1]);
        using var outputs = session.Run(_inputNames, [tokens, style, speed], _outputNames);
        var samples = outputs[0].GetTensorDataAsSpan<float>();
        return new SpokenAudio(samples, manifest.SampleRate, piece.Ids, ReadOnlyMemory<long>.Empty, manifest.FrameSamples);
    }

    // The runtime's signature wants writable memory; it never writes to an input.
    private static OrtValue Tensor<T>(ReadOnlyMemory<T> values, long[] shape)
        where T : unmanaged =>
        OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, MemoryMarshal.AsMemory(values), shape);
}
