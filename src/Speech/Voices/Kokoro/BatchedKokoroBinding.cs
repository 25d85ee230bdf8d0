using Microsoft.ML.OnnxRuntime;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Inference;

namespace TtsConsumers.Speech.Voices.Kokoro;

/// <summary>The batched contract: <c>input_ids, input_lengths, style, speed → audio, audio_lengths, durations</c>.</summary>
internal sealed class BatchedKokoroBinding(ModelManifest manifest) : IModelBinding
{
    private static readonly IReadOnlyList<string> InputNames = KokoroContract.Batched.Inputs;
    private static readonly IReadOnlyList<string> OutputNames = KokoroContract.Batched.Outputs;

    /// <inheritdoc/>
    public IReadOnlyList<SpokenAudio> Run(ModelSession session, IReadOnlyList<Piece> pieces)
    {
        var count = pieces.Count;
        var longest = session.Padded(pieces.Max(piece => piece.Ids.Length), manifest.MaxIds);
        using var ids = OrtValue.CreateTensorValueFromMemory(PaddedIds(pieces, longest), [count, longest]);
        using var lengths = OrtValue.CreateTensorValueFromMemory(pieces.Select(piece => (long)piece.Ids.Length).ToArray(), [count]);
        using var styles = OrtValue.CreateTensorValueFromMemory(Styles(pieces), [count, manifest.StyleWidth]);
        using var speeds = OrtValue.CreateTensorValueFromMemory(pieces.Select(piece => piece.Speed).ToArray(), [count]);
        using var outputs = session.Run(InputNames, [ids, lengths, styles, speeds], OutputNames);
        return Sounds(
            pieces,
            outputs[0].GetTensorDataAsSpan<float>(),
            outputs[1].GetTensorDataAsSpan<long>(),
            outputs[2].GetTensorDataAsSpan<long>());
    }

    private static long[] PaddedIds(IReadOnlyList<Piece> pieces, int longest)
    {
        // The padding id is the boundary id, 0, which is what a new array holds.
        var padded = new long[pieces.Count * longest];
        for (var i = 0; i < pieces.Count; i++)
        {
            pieces[i].Ids.CopyTo(padded.AsMemory(i * longest));
        }

        return padded;
    }

    private float[] Styles(IReadOnlyList<Piece> pieces)
    {
        var styles = new float[pieces.Count * manifest.StyleWidth];
        for (var i = 0; i < pieces.Count; i++)
        {
            pieces[i].Style.CopyTo(styles.AsMemory(i * manifest.StyleWidth));
        }

        return styles;
    }

    private List<SpokenAudio> Sounds(
        IReadOnlyList<Piece> pieces, ReadOnlySpan<float> audio, ReadOnlySpan<long> lengths, ReadOnlySpan<long> durations)
    {
        var (samplesEach, idsEach) = (audio.Length / pieces.Count, durations.Length / pieces.Count);
        List<SpokenAudio> sounds = [];
        for (var i = 0; i < pieces.Count; i++)
        {
            if (lengths[i] < 0 || lengths[i] > samplesEach)
            {
                throw new InvalidDataException($"audio_lengths says {lengths[i]} samples where audio has {samplesEach}");
            }

            sounds.Add(new SpokenAudio(
                audio.Slice(i * samplesEach, (int)lengths[i]),
                manifest.SampleRate,
                pieces[i].Ids,
                durations.Slice(i * idsEach, pieces[i].Ids.Length).ToArray(),
                manifest.FrameSamples));
        }

        return sounds;
    }
}
