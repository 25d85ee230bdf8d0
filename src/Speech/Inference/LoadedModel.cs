using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech.Inference;

/// <summary>A model that speaks: its family, its voices, its instances.</summary>
/// <param name="Family">Its family.</param>
/// <param name="Catalogue">Its voices.</param>
/// <param name="Instances">All alike, some for each device.</param>
/// <param name="Batch">How many pieces may share a Run.</param>
internal sealed record LoadedModel(IModelFamily Family, VoiceCatalogue Catalogue, IReadOnlyList<ModelInstance> Instances, int Batch)
    : IAsyncDisposable
{
    /// <summary>Proves every file of the configured model, then loads its instances side by side.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">Time, for the log and the instances' clocks.</param>
    /// <param name="logger">Hears how long each half took, and what it runs on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The model; every instance has spoken once.</returns>
    /// <exception cref="ValidationException">A setting is out of its range.</exception>
    /// <exception cref="ModelFileException">A file is missing, damaged or of a kind that can't be served, or the device can't be used.</exception>
    /// <exception cref="SynthesisFailedException">The model was loaded and did not speak.</exception>
    /// <exception cref="SynthesisTimeoutException">The model was loaded and hung.</exception>
    public static async Task<LoadedModel> LoadAsync(
        SpeechOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        var started = time.GetTimestamp();
        var folder = ModelFolder.Open(options.Models, options.Model);
        var name = folder.Manifest.Name;
        var family = ModelFamilies.For(folder.Manifest);
        var catalogue = new VoiceCatalogue(folder.Manifest, await folder.CheckAsync(cancellationToken), options.Voice);
        SpeechLog.FilesProved(logger, name, catalogue.Voices.Count, time.GetElapsedTime(started).TotalMilliseconds);
        return await new DeviceLoader(options, folder, family, catalogue, time, logger).LoadAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var instance in Instances)
        {
            await instance.DisposeAsync();
        }
    }
}
