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
        var quiet = (int)Math.Round(piece.Pause.TotalSeconds * config.SampleRate / frame);
        if (durations.Length > 0)
        {
            GivePadsAway(piece.Ids.Span, durations);
            durations[^1] += quiet;
        }

        return new SpokenAudio(samples, config.SampleRate, piece.Ids, durations, frame, quiet * frame);
    }

    /// <summary>A pad sounds as the phoneme before it goes on; Piper's own alignments count it there (piper1-gpl, voice.py).</summary>
    private void GivePadsAway(ReadOnlySpan<long> ids, long[] durations)
    {
        for (var at = ids.Length - 1; at > 0; at--)
        {
            if (config.Pads.Contains(ids[at]))
            {
                durations[at - 1] += durations[at];
                durations[at] = 0;
            }
        }
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
