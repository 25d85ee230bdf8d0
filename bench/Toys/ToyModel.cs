using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Speech.Voices.Piper.Espeak;

namespace TtsConsumers.Bench.Toys;

/// <summary>The toy voice as it lies on disk, with a model that waits in the place of its own.</summary>
/// <param name="folder">The toy voice.</param>
/// <param name="wait">How long a Run takes.</param>
internal sealed class ToyModel(ModelFolder folder, TimeSpan wait) : ModelOnDisk
{
    public override string Name => folder.Name;

    public override string Family => folder.Family;

    public override string ModelPath => folder.ModelPath;

    public override int SampleRate => folder.SampleRate;

    public override int FrameSamples => folder.FrameSamples;

    public override int MaxIds => folder.MaxIds;

    public override string License => folder.License;

    public override IReadOnlyDictionary<string, string> DefaultVoices => folder.DefaultVoices;

    public override IReadOnlyList<ListedVoice> Listed => folder.Listed;

    public override string FirstWords => folder.FirstWords;

    public override Task<IReadOnlyList<Voice>> VoicesAsync(CancellationToken cancellationToken) => folder.VoicesAsync(cancellationToken);

    public override void Prove() => folder.Prove();

    public override IModelFamily NewFamily() => new ToyFamily(folder.NewFamily(), folder.Manifest, wait);

    internal override IVoiceReader NewReader(FrontEnd frontEnd, EspeakNg espeak) => folder.NewReader(frontEnd, espeak);
}
