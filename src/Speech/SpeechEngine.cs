using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Text;
using TtsConsumers.Speech.Text.Overrides;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech;

/// <summary>The speech room, ready to work: voices, front end, instances that have spoken once, formats.</summary>
/// <remarks>Disposing closes every instance (see <see cref="ModelInstance"/>) and then the front end.</remarks>
public sealed class SpeechEngine : IAsyncDisposable
{
    private readonly LoadedModels _models;
    private readonly IReadOnlyDictionary<string, IVoiceReader> _readers;

    private SpeechEngine(LoadedModels models, FrontEnd frontEnd) =>
        (_models, FrontEnd, _readers) = (models, frontEnd, models.Offered.Readers(frontEnd));

    /// <summary>The voices on offer.</summary>
    public VoiceCatalogue Catalogue => _models.Offered.Catalogue;

    /// <summary>Turns text into phonemes.</summary>
    public FrontEnd FrontEnd { get; }

    /// <summary>The preferred model, <see cref="SpeechOptions.Instances"/> times a device, alike.</summary>
    public IReadOnlyList<ModelInstance> Instances => _models.Preferred.Instances;

    /// <summary>How many pieces of text may share one call of an instance.</summary>
    public int Batch => _models.Preferred.Batch;

    /// <summary>Completes when one of the instances, of whatever model, can't speak any more, with the first that can't.</summary>
    public Task<InstanceLoss> Lost => _models.Lost;

    /// <summary>
    /// Loads the preferred model and the front end side by side, which takes two to three seconds for the default voice; other models are loaded
    /// when they are asked for.
    /// </summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">Time, for the log and the instances' clocks.</param>
    /// <param name="logger">Hears what was loaded and how long it took.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The engine.</returns>
    /// <exception cref="ValidationException">A setting is out of its range.</exception>
    /// <exception cref="ModelFileException">A file of the model is missing, damaged or of a kind that can't be served.</exception>
    /// <exception cref="SynthesisFailedException">The model was loaded and did not speak.</exception>
    /// <exception cref="SynthesisTimeoutException">The model was loaded and hung.</exception>
    /// <exception cref="IOException">A file of the front end is missing.</exception>
    /// <exception cref="InvalidDataException">A file of the front end is damaged.</exception>
    /// <exception cref="UserLexiconException">The lexicon of the deployment's own is wrong.</exception>
    public static Task<SpeechEngine> LoadAsync(
        SpeechOptions options, TimeProvider time, ILogger<SpeechEngine> logger, CancellationToken cancellationToken) =>
        LoadAsync(() => ModelShelf.Open(options.Models, options.Model), options, time, logger, cancellationToken);

    /// <inheritdoc cref="LoadAsync(SpeechOptions, TimeProvider, ILogger{SpeechEngine}, CancellationToken)"/>
    internal static async Task<SpeechEngine> LoadAsync(
        Func<ModelShelf> shelf, SpeechOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        var model = Task.Run(() => LoadedModels.OpenAsync(shelf(), options, time, logger, cancellationToken), cancellationToken);
        var frontEnd = Task.Run(() => FrontEnd.Load(options.Lexicon, options.Models, options.UserLexicon), cancellationToken);
        try
        {
            await Task.WhenAll(model, frontEnd);
            TellMissingFormats(logger);
            return new SpeechEngine(await model, await frontEnd);
        }
        catch
        {
            if (model.IsCompletedSuccessfully)
            {
                await (await model).DisposeAsync();
            }

            if (frontEnd.IsCompletedSuccessfully)
            {
                (await frontEnd).Dispose();
            }

            throw;
        }
    }

    /// <summary>Reads a text for a voice: by the front end, or in the way the voice's model was trained with.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">The main language, which says numbers and signs that stand alone; null decides by script.</param>
    /// <param name="lexicon">Readings for this text, over those of the deployment; null for none.</param>
    /// <param name="voice">A voice of <see cref="Catalogue"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The phonemes, or why there are none. Never throws for what the text contains.</returns>
    /// <exception cref="EspeakException">The program that reads for the voice failed.</exception>
    public Task<Reading> ReadAsync(
        string text, SpeechLanguage? language, UserLexicon? lexicon, Voice voice, CancellationToken cancellationToken) =>
        _readers[voice.Model].ReadAsync(text, language, lexicon, cancellationToken);

    /// <summary>Turns what was read for a voice into what an instance of its model speaks. Pure.</summary>
    /// <param name="reading">The phonemes.</param>
    /// <param name="voice">The voice they were read for.</param>
    /// <param name="speed">1 is normal, 2 twice as fast; 0.5 to 2.</param>
    /// <returns>The utterance; long texts are cut into pieces.</returns>
    /// <exception cref="UnknownSymbolException">The model has no id for a phoneme.</exception>
    public Utterance Utter(Reading.Spoken reading, Voice voice, double speed) =>
        _models.Offered.FamilyOf(voice).Utter(reading.Phonemes, voice, (float)speed);

    /// <summary>An instance of a voice's model, which is loaded first if it has to be.</summary>
    /// <param name="voice">A voice of <see cref="Catalogue"/>.</param>
    /// <param name="number">Which, from 0 on; where the model has fewer, they are counted round and round.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ModelFileException">The model can't be loaded.</exception>
    /// <exception cref="SynthesisFailedException">The model was loaded and did not speak.</exception>
    /// <exception cref="SynthesisTimeoutException">The model was loaded and hung.</exception>
    public async Task<ModelInstance> InstanceAsync(Voice voice, int number, CancellationToken cancellationToken)
    {
        var instances = (await _models.LoadedAsync(voice, cancellationToken)).Instances;
        return instances[number % instances.Count];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _models.DisposeAsync();
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
}
