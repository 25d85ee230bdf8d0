using TtsConsumers.Speech;
using TtsConsumers.Speech.Text.Overrides;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Consumer.Intake;

/// <summary>Loads what speaks.</summary>
/// <param name="cancellation">The host stops.</param>
public delegate Task<SpeechEngine> EngineSource(CancellationToken cancellation);

/// <summary>Loads and warms the voice once, beside the health checks, so that a host is live at once and ready when it can speak.</summary>
/// <param name="source">Loads what speaks.</param>
/// <param name="end">Ends the host when the voice can't be loaded: a host without a voice is no host.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed class VoiceLoader(EngineSource source, HostEnd end, TimeProvider time, ILogger<SpeechEngine> logger) : IAsyncDisposable
{
    private readonly TaskCompletionSource<SpeechEngine> loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The voice, once <see cref="LoadedAsync"/> has loaded it.</summary>
    public Task<SpeechEngine> Engine => loaded.Task;

    /// <summary>Loads the voice.</summary>
    /// <returns><see langword="null"/> where it can't be loaded; the host is then on its way down with <see cref="ExitCodes.VoiceNotLoaded"/>,
    /// or with <see cref="ExitCodes.BadSettings"/> where the lexicon of the deployment's own is wrong.</returns>
    /// <exception cref="OperationCanceledException">The host stops.</exception>
    public async Task<SpeechEngine?> LoadedAsync(CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        try
        {
            var engine = await source(cancellation);
            loaded.SetResult(engine);
            HostLog.VoiceReady(
                logger, engine.Catalogue.Voices[0].Model, engine.Catalogue.Voices.Count, engine.Instances.Count, time.GetElapsedTime(started).TotalSeconds);
            return engine;
        }
        catch (UserLexiconException error)
        {
            end.Begin(ExitCodes.BadSettings, $"TTS_USER_LEXICON: {error.Message}");
            return null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            end.Begin(ExitCodes.VoiceNotLoaded, $"the voice can't be loaded: {(error is ModelFileException ? error.Message : error.ToString())}");
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (loaded.Task.IsCompletedSuccessfully)
            await (await loaded.Task).DisposeAsync();
    }
}
