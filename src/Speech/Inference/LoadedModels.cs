using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech.Inference;

/// <summary>The models of a host that are in memory. One is loaded when somebody first asks for it, and stays.</summary>
internal sealed class LoadedModels : IAsyncDisposable
{
    private readonly SpeechOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<string, Lazy<Task<LoadedModel>>> _loaded = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<InstanceLoss> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closing = new();

    private LoadedModels(SpeechOptions options, TimeProvider time, ILogger logger) => (_options, _time, _logger) = (options, time, logger);

    /// <summary>What can be loaded.</summary>
    public OfferedModels Offered { get; private set; } = null!;

    /// <summary>The preferred model.</summary>
    public LoadedModel Preferred { get; private set; } = null!;

    /// <summary>Completes when one of the instances can't speak any more, with the first that can't.</summary>
    public Task<InstanceLoss> Lost => _lost.Task;

    /// <summary>Makes the voices of models ready and loads the preferred one.</summary>
    /// <param name="shelf">The models.</param>
    /// <param name="options">Checked settings.</param>
    /// <param name="time">Time, for the log and the instances' clocks.</param>
    /// <param name="logger">Hears what is offered, what is not, and how long loading took.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ModelFileException">A file of the preferred model is missing, damaged or of a kind that can't be served.</exception>
    /// <exception cref="SynthesisFailedException">The preferred model was loaded and did not speak.</exception>
    /// <exception cref="SynthesisTimeoutException">The preferred model was loaded and hung.</exception>
    public static async Task<LoadedModels> OpenAsync(
        ModelShelf shelf, SpeechOptions options, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var models = new LoadedModels(options, time, logger);
        try
        {
            // The preferred model is loaded while voices are read: the start of a host waits for both.
            var offering = Task.Run(() => OfferedModels.OpenAsync(shelf, options, time, cancellationToken), cancellationToken);
            _ = models.Loading(shelf.Preferred, shelf.Preferred.NewFamily(), FirstAsync(offering)).Value;
            models.Offered = await offering;
            models.Offered.Tell(logger, time.GetElapsedTime(started));
            models.Preferred = await models.LoadedAsync(models.Offered.Catalogue.Voices[0], cancellationToken);
            return models;
        }
        catch
        {
            await models.DisposeAsync();
            throw;
        }
    }

    /// <summary>The instances of a voice's model, which is loaded first if it has to be.</summary>
    /// <param name="voice">A voice of the models.</param>
    /// <param name="cancellationToken">Stops waiting; the model is loaded all the same, for whoever asks next.</param>
    /// <exception cref="ModelFileException">The model is damaged or of a kind that can't be served. It is tried anew for whoever asks next.</exception>
    /// <exception cref="SynthesisFailedException">The model was loaded and did not speak.</exception>
    /// <exception cref="SynthesisTimeoutException">The model was loaded and hung.</exception>
    public async Task<LoadedModel> LoadedAsync(Voice voice, CancellationToken cancellationToken)
    {
        var loading = Loading(Offered.ModelOf(voice), Offered.FamilyOf(voice), Task.FromResult(voice));
        try
        {
            return await loading.Value.WaitAsync(cancellationToken);
        }
        catch when (loading.Value.IsFaulted)
        {
            _loaded.TryRemove(KeyValuePair.Create(voice.Model, loading));
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        foreach (var loading in _loaded.Values)
        {
            await ((Task)loading.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (loading.Value.IsCompletedSuccessfully)
            {
                await (await loading.Value).DisposeAsync();
            }
        }

        if (Offered is not null)
        {
            await Offered.DisposeAsync();
        }

        _closing.Dispose();
    }

    private static async Task<Voice> FirstAsync(Task<OfferedModels> offering) => (await offering).Catalogue.Voices[0];

    private Lazy<Task<LoadedModel>> Loading(ModelOnDisk model, IModelFamily family, Task<Voice> voice) =>
        _loaded.GetOrAdd(model.Name, _ => new(() => Task.Run(() => LoadAsync(model, family, voice))));

    private async Task<LoadedModel> LoadAsync(ModelOnDisk model, IModelFamily family, Task<Voice> voice)
    {
        // Side by side, too: what is not proved is not offered.
        var proof = Task.Run(model.Prove);
        var loading = new DeviceLoader(_options, model, family, voice, _time, _logger).LoadAsync(_closing.Token);
        var loaded = await ProvedAsync(proof, loading);
        foreach (var instance in loaded.Instances)
        {
            _ = TellLossAsync(instance);
        }

        return loaded;
    }

    private static async Task<LoadedModel> ProvedAsync(Task proof, Task<LoadedModel> loading)
    {
        try
        {
            await proof;
        }
        catch
        {
            await ((Task)loading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (loading.IsCompletedSuccessfully)
            {
                await (await loading).DisposeAsync();
            }

            throw;
        }

        return await loading;
    }

    private async Task TellLossAsync(ModelInstance instance) => _lost.TrySetResult(await instance.Lost);
}
