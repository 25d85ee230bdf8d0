using TtsConsumers.Speech.Inference;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

/// <summary>The default voice, loaded once for the tests that need the real sound.</summary>
public sealed class DefaultVoice : IAsyncLifetime
{
    internal TestModel Model { get; private set; } = null!;

    internal ModelInstance Instance { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Model = await TestModel.OpenAsync("kokoro-82m-v1.0", TestContext.Current.CancellationToken);
        Instance = Model.Load(threads: Environment.ProcessorCount);
    }

    public ValueTask DisposeAsync() => Instance.DisposeAsync();
}
