using Microsoft.Extensions.Logging;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech.Inference;

/// <summary>Loads the instances of one model and lets each speak before it is offered.</summary>
/// <param name="rules">What their Runs go by.</param>
/// <param name="time">Their clock.</param>
/// <param name="logger">Their log.</param>
internal sealed class InstanceLoader(RunRules rules, TimeProvider time, ILogger logger)
{
    /// <summary>Loads instances side by side.</summary>
    /// <param name="sources">The model, once for each.</param>
    /// <param name="firstWords">What each says, unheard, one group after another; it may be made out while they are loaded.</param>
    /// <param name="cancellationToken">Gives up; a session that is being loaded is loaded to its end first.</param>
    /// <returns>The instances.</returns>
    /// <exception cref="ModelFileException">The model can't be loaded, or follows no contract of its family.</exception>
    /// <exception cref="SynthesisFailedException">It was loaded and did not speak.</exception>
    /// <exception cref="SynthesisTimeoutException">It was loaded and hung.</exception>
    public async Task<IReadOnlyList<ModelInstance>> LoadAsync(
        IEnumerable<ModelSource> sources, Task<IReadOnlyList<IReadOnlyList<Utterance>>> firstWords, CancellationToken cancellationToken)
    {
        var loading = sources
            .Select(source => Task.Run(() => LoadOneAsync(source, firstWords, cancellationToken), cancellationToken))
            .ToList();
        try
        {
            var instances = await Task.WhenAll(loading);
            FreedHeap.GiveBack();
            return instances;
        }
        catch
        {
            foreach (var loaded in loading.Where(task => task.IsCompletedSuccessfully))
            {
                await (await loaded).DisposeAsync();
            }

            throw;
        }
    }

    private async Task<ModelInstance> LoadOneAsync(
        ModelSource source, Task<IReadOnlyList<IReadOnlyList<Utterance>>> firstWords, CancellationToken cancellationToken)
    {
        var instance = new ModelInstance(source, rules, time, logger);
        try
        {
            foreach (var group in await firstWords)
            {
                foreach (var unheard in await Task.WhenAll(group.Select(words => instance.SpeakAsync(words, cancellationToken))))
                {
                    unheard.Dispose();
                }
            }

            return instance;
        }
        catch
        {
            await instance.DisposeAsync();
            throw;
        }
    }
}
