using TtsConsumers.Speech;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Consumer.Intake;

/// <summary>Loads and warms the voice once, beside the health checks, so that a host is live at once and ready when it can speak.</summary>
/// <param name="options">What speaks.</param>
/// <param name="lifetime">Ended when the voice can't be loaded: a host without a voice is no host.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed class VoiceLoader(SpeechOptions options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<SpeechEngine> logger)
    : IAsyncDisposable
{
    private SpeechEngine? engine;

    /// <summary>Loads the voice.</summary>
    /// <returns><see langword="null"/> where it can't be loaded; the host is then on its way down with <see cref="ExitCodes.VoiceNotLoaded"/>.</returns>
    /// <exception cref="OperationCanceledException">The host stops.</exception>
    public async Task<SpeechEngine?> LoadedAsync(CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        try
        {
            engine = await SpeechEngine.LoadAsync(options, time, logger, cancellation);
            HostLog.VoiceReady(
                logger, options.Model, engine.Catalogue.Voices.Count, engine.Instances.Count, time.GetElapsedTime(started).TotalSeconds);
            return engine;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            HostLog.VoiceNotLoaded(logger, error is ModelFileException ? error.Message : error.ToString());
            Environment.ExitCode = ExitCodes.VoiceNotLoaded;
            lifetime.StopApplication();
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (engine is not null)
            await engine.DisposeAsync();
    }
}
