using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Inference;

namespace TtsConsumers.Speech.Voices.Piper;

/// <summary>Calls a Piper export, one piece a call: it does not say how long each sound of a batch is.</summary>
internal sealed class PiperBinding(PiperContract contract, PiperConfig config) : IModelBinding
{
    /// <inheritdoc/>
    public IReadOnlyList<SpokenAudio> Run(ModelSession session, IReadOnlyList<Piece> pieces) => [.. pieces.Select(piece => Run(session, piece))];

    private SpokenAudio Run(ModelSession session, Piece piece)
    {
        // The runtime's signature wants writable memory; it never writes to an input.
        using var ids = OrtValue.CreateTensorValueFromMemory(
            OrtMemoryInfo.DefaultInstance, MemoryMarshal.AsMemory(piece.Ids), [1, piece.Ids.Length]);
        using var lengths = OrtValue.CreateTensorValueFromMemory(new long[] { piece.Ids.Length }, [1]);
        using var scales = OrtValue.CreateTensorValueFromMemory(
            new[] { config.NoiseScale, config.LengthScale / piece.Speed, config.NoiseWidth }, [3]);
        using var speaker = OrtValue.CreateTensorValueFromMemory(new[] { piece.Speaker }, [1]);
        OrtValue[] inputs = contract.HasSpeakers ? [ids, lengths, scales, speaker] : [ids, lengths, scales];
        using var outputs = session.Run(contract.Inputs, inputs, contract.Outputs);
        var samples = outputs[0].GetTensorDataAsSpan<float>();
        var (durations, frame) = Durations(contract.Durations is null ? null : outputs[1], piece.Ids.Length, samples.Length);
        return new SpokenAudio(samples, config.SampleRate, piece.Ids, durations, frame);
    }

    /// <summary>
    /// The frames of each id and the samples of a frame. What does not add up to the audio is no durations: a graph may give anything under a
    /// name of its own. A config may lack the length of a frame, or have the wrong one; the audio tells.
    /// </summary>
    private (long[] Frames, int FrameSamples) Durations(OrtValue? output, int ids, int samples)
    {
        if (output is null || output.GetTensorTypeAndShape().ElementCount != ids)
        {
            return ([], config.HopLength);
        }

        long[] frames = output.GetTensorTypeAndShape().ElementDataType == TensorElementType.Int64
            ? output.GetTensorDataAsSpan<long>().ToArray()
            : [.. output.GetTensorDataAsSpan<float>().ToArray().Select(frame => float.IsFinite(frame) ? (long)MathF.Round(frame) : -1)];
        var sum = frames.Any(frame => frame < 0) ? 0 : frames.Sum();
        return sum > 0 && samples % sum == 0 ? (frames, (int)(samples / sum)) : ([], config.HopLength);
    }
}
