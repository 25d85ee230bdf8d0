using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Bench.Toys;

/// <summary>A model that waits, computes nothing and gives a hum of two frames an id: what is left is the farm's own work.</summary>
/// <param name="family">Makes the ids.</param>
/// <param name="manifest">The length of a frame.</param>
/// <param name="wait">How long a Run takes, however many share it.</param>
internal sealed class ToyFamily(IModelFamily family, ModelManifest manifest, TimeSpan wait) : IModelFamily
{
    private const int FramesPerId = 2;

    public Utterance Utter(string phonemes, Voice voice, float speed) => family.Utter(phonemes, voice, speed);

    public IModelBinding Bind(ModelSignature signature) => new Waiting(manifest, wait);

    private sealed class Waiting(ModelManifest manifest, TimeSpan wait) : IModelBinding
    {
        private readonly float[] hum = [.. Enumerable.Range(0, manifest.MaxIds * FramesPerId * manifest.FrameSamples).Select(i => 0.1f * MathF.Sin(i / 20f))];

        public IReadOnlyList<SpokenAudio> Run(ModelSession session, IReadOnlyList<Piece> pieces)
        {
            if (wait > TimeSpan.Zero)
                Thread.Sleep(wait);
            return [.. pieces.Select(Hum)];
        }

        private SpokenAudio Hum(Piece piece)
        {
            var durations = new long[piece.Ids.Length];
            Array.Fill(durations, FramesPerId);
            return new SpokenAudio(
                hum.AsSpan(0, durations.Length * FramesPerId * manifest.FrameSamples), manifest.SampleRate, piece.Ids, durations, manifest.FrameSamples);
        }
    }
}
