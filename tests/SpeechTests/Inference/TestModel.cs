using TtsConsumers.Speech;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Tests.SpeechTests.Voices;

namespace TtsConsumers.Tests.SpeechTests.Inference;

/// <summary>A shipped model, proved and ready to be loaded.</summary>
internal sealed class TestModel
{
    private readonly ModelFolder _folder;

    private TestModel(ModelFolder folder, VoiceCatalogue catalogue) =>
        (_folder, Catalogue, Family) = (folder, catalogue, ModelFamilies.For(folder.Manifest));

    public IModelFamily Family { get; }

    public VoiceCatalogue Catalogue { get; }

    public static async Task<TestModel> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var folder = ModelFolder.Open(Repository.Models, name);
        return new TestModel(folder, new VoiceCatalogue(folder.Manifest, await folder.CheckAsync(cancellationToken), configured: null));
    }

    public Utterance Utter(string phonemes, float speed = 1) => Family.Utter(phonemes, Catalogue.Voices[0], speed);

    public ModelInstance Load(IModelFamily? family = null, int threads = 1) =>
        new(_folder, family ?? Family, new SessionFactory(new SpeechOptions { Threads = threads }), TimeProvider.System);
}
