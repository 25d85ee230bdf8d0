using Microsoft.Extensions.Logging.Abstractions;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Tests.SpeechTests.Voices;

namespace TtsConsumers.Tests.SpeechTests.Inference;

/// <summary>A model, proved and ready to be loaded.</summary>
internal sealed class TestModel
{
    private static readonly Device Cpu = new(SpeechOptions.Cpu, 0);
    private readonly ModelFolder _folder;

    private TestModel(ModelFolder folder, VoiceCatalogue catalogue) =>
        (_folder, Catalogue, Family) = (folder, catalogue, folder.NewFamily());

    public IModelFamily Family { get; }

    public VoiceCatalogue Catalogue { get; }

    public static async Task<TestModel> OpenAsync(string name, CancellationToken cancellationToken, string? models = null)
    {
        var folder = ModelFolder.Open(models ?? Repository.Models, name);
        return new TestModel(folder, new VoiceCatalogue(folder, await folder.VoicesAsync(cancellationToken), configured: null));
    }

    public Utterance Utter(string phonemes, float speed = 1) => Family.Utter(phonemes, Catalogue.Voices[0], speed);

    public ModelInstance Load(IModelFamily? family = null, int threads = 1, int deadline = 60, int batch = 1)
    {
        var options = new SpeechOptions { Threads = threads, Batch = batch, ModelSeconds = deadline, ModelFactor = 1 };
        var source = new ModelSource(_folder, family ?? Family, new SessionFactory(options, Cpu));

        // Runs cost so much that all who wait share one.
        var rules = new RunRules(new RunDeadline(options, _folder), new BatchPlan(batch, runCost: 1e6));
        return new(source, rules, TimeProvider.System, NullLogger.Instance);
    }
}
