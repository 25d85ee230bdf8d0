using Microsoft.Extensions.Logging;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech;

/// <summary>The speech room, ready to work: voices, front end, instances that have spoken once, formats.</summary>
/// <remarks>Disposing closes every instance (see <see cref="ModelInstance"/>) and then the front end.</remarks>
public sealed class SpeechEngine : IAsyncDisposable
{
    private readonly LoadedModel _model;

    /// <summary>Puts loaded parts together.</summary>
    /// <param name="model">The model; disposed with the engine.</param>
    /// <param name="frontEnd">The front end; disposed with the engine.</param>
    internal SpeechEngine(LoadedModel model, FrontEnd frontEnd)
    {
        (_model, FrontEnd) = (model, frontEnd);
        Lost = Task.WhenAny(model.Instances.Select(instance => instance.Lost)).Unwrap();
    }

    /// <summary>The voices on offer.</summary>
    public VoiceCatalogue Catalogue => _model.Catalogue;

    /// <summary>Turns text into phonemes.</summary>
    public FrontEnd FrontEnd { get; }

    /// <summary>The loaded model, <see cref="SpeechOptions.Instances"/> times a device, alike.</summary>
    public IReadOnlyList<ModelInstance> Instances => _model.Instances;

    /// <summary>How many pieces of text may share one call of an instance.</summary>
    public int Batch => _model.Batch;

    /// <summary>Completes when one of the instances can't speak any more, with the first that can't.</summary>
    public Task<InstanceLoss> Lost { get; }

    /// <summary>Loads model and front end side by side. Takes two to three seconds for the default voice.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">Time, for the log and the instances' clocks.</param>
    /// <param name="logger">Hears what was loaded and how long it took.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The engine.</returns>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">A setting is out of its range.</exception>
    /// <exception cref="ModelFileException">A file of the model is missing, damaged or of a kind that can't be served.</exception>
    /// <exception cref="SynthesisFailedException">The model was loaded and did not speak.</exception>
    /// <exception cref="SynthesisTimeoutException">The model was loaded and hung.</exception>
    /// <exception cref="IOException">A file of the front end is missing.</exception>
    /// <exception cref="InvalidDataException">A file of the front end is damaged.</exception>
    /// <exception cref="Text.Overrides.UserLexiconException">The lexicon of the deployment's own is wrong.</exception>
    public static async Task<SpeechEngine> LoadAsync(
        SpeechOptions options, TimeProvider time, ILogger<SpeechEngine> logger, CancellationToken cancellationToken)
    {
        var model = Task.Run(() => LoadedModel.LoadAsync(options, time, logger, cancellationToken), cancellationToken);
        var frontEnd = Task.Run(() => FrontEnd.Load(options.Lexicon, options.Models, options.UserLexicon), cancellationToken);
        try
        {
            await Task.WhenAll(model, frontEnd);
            TellMissingFormats(logger);
            return new SpeechEngine(await model, await frontEnd);
        }
        catch
        {
            await CloseAsync(model);
            await CloseAsync(frontEnd);
            throw;
        }
    }

    /// <summary>Turns what the front end read into what an instance speaks. Pure.</summary>
    /// <param name="reading">The phonemes.</param>
    /// <param name="voice">A voice of <see cref="Catalogue"/>.</param>
    /// <param name="speed">1 is normal, 2 twice as fast; 0.5 to 2.</param>
    /// <returns>The utterance; more than 400 phonemes are cut into pieces.</returns>
    /// <exception cref="UnknownSymbolException">The model has no id for a phoneme.</exception>
    public Utterance Utter(Reading.Spoken reading, Voice voice, double speed) => _model.Family.Utter(reading.Phonemes, voice, (float)speed);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _model.DisposeAsync();
        FrontEnd.Dispose();
    }

    private static void TellMissingFormats(ILogger logger)
    {
        foreach (var encoder in AudioEncoders.All)
        {
            if (encoder.Missing is { } missing)
            {
                SpeechLog.FormatMissing(logger, encoder.Format, missing);
            }
        }
    }

    private static async Task CloseAsync<T>(Task<T> loaded)
    {
        if (!loaded.IsCompletedSuccessfully)
        {
            return;
        }

        switch (await loaded)
        {
            case IAsyncDisposable model:
                await model.DisposeAsync();
                break;
            case IDisposable frontEnd:
                frontEnd.Dispose();
                break;
        }
    }
}
