using Microsoft.Extensions.Logging.Abstractions;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Bench.Toys;

/// <summary>The speech room with a toy in the place of the model; text is read in earnest.</summary>
internal static class ToyEngine
{
    public static async Task<SpeechEngine> LoadAsync(SpeechOptions options, TimeSpan wait, CancellationToken cancellation)
    {
        var folder = ModelFolder.Open(options.Models, "tone");
        var family = new ToyFamily(ModelFamilies.For(folder.Manifest), folder.Manifest, wait);
        var catalogue = new VoiceCatalogue(folder.Manifest, await folder.CheckAsync(cancellation), options.Voice);
        var model = await new DeviceLoader(options, folder, family, catalogue, TimeProvider.System, NullLogger.Instance).LoadAsync(cancellation);
        return new SpeechEngine(model, FrontEnd.Load(options.Lexicon, options.Models));
    }
}
