using Microsoft.Extensions.Logging;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech.Inference;

/// <summary>Loads the instances of one model and lets each speak once before it is offered.</summary>
internal sealed class InstanceLoader(ModelSource source, RunDeadline deadline, TimeProvider time, ILogger logger)
{
    /// <summary>Loads instances side by side.</summary>
    /// <param name="count">How many.</param>
    /// <param name="firstWords">What each says, unheard, to prove that it can.</param>
    /// <param name="cancellationToken">Gives up; a session that is being loaded is loaded to its end first.</param>
    /// <returns>The instances.</returns>
    /// <exception cref="ModelFileException">The model can't be loaded, or follows no contract of its family.</exception>
    /// <exception cref="SynthesisFailedException">It was loaded and did not speak.</exception>
    /// <exception cref="SynthesisTimeoutException">It was loaded and hung.</exception>
    public async Task<IReadOnlyList<ModelInstance>> LoadAsync(int count, Utterance firstWords, CancellationToken cancellationToken)
    {
        var loading = Enumerable.Range(0, count)
            .Select(_ => Task.Run(() => LoadOneAsync(firstWords, cancellationToken), cancellationToken))
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

    private async Task<ModelInstance> LoadOneAsync(Utterance firstWords, CancellationToken cancellationToken)
    {
        var instance = new ModelInstance(source, deadline, time, logger);
        try
        {
            using var unheard = await instance.SpeakAsync(firstWords, cancellationToken);
            return instance;
        }
        catch
        {
            await instance.DisposeAsync();
            throw;
        }
    }
}
