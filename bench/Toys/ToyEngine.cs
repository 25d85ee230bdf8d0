using Microsoft.Extensions.Logging.Abstractions;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Bench.Toys;

/// <summary>The speech room with a toy in the place of the model; text is read in earnest.</summary>
internal static class ToyEngine
{
    public static Task<SpeechEngine> LoadAsync(SpeechOptions options, TimeSpan wait, CancellationToken cancellation) => SpeechEngine.LoadAsync(
        () => ModelShelf.Of(new ToyModel(ModelFolder.Open(options.Models, "tone"), wait)), options, TimeProvider.System, NullLogger.Instance, cancellation);
}
