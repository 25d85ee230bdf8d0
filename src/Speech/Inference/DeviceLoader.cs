using Microsoft.Extensions.Logging;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech.Inference;

/// <summary>Loads a proved model on the configured devices, or on those of the first provider that can be used.</summary>
internal sealed class DeviceLoader(
    SpeechOptions options, ModelOnDisk model, IModelFamily family, Task<Voice> voice, TimeProvider time, ILogger logger)
{
    /// <summary>Loads the instances.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The model; every instance has spoken.</returns>
    /// <exception cref="ModelFileException">The model can't be loaded, or the device can't be used.</exception>
    /// <exception cref="SynthesisFailedException">It was loaded and did not speak.</exception>
    /// <exception cref="SynthesisTimeoutException">It was loaded and hung.</exception>
    public async Task<LoadedModel> LoadAsync(CancellationToken cancellationToken)
    {
        var choices = Device.Choices(options);
        for (var choice = 0; choice < choices.Count - 1; choice++)
        {
            try
            {
                var loaded = await LoadAsync(choices[choice], cancellationToken);
                SpeechLog.ProviderChosen(logger, choices[choice][0].Provider);
                return loaded;
            }
            catch (Exception e) when (e is ModelFileException or SynthesisFailedException)
            {
                SpeechLog.ProviderFellBack(logger, choices[choice][0].Provider, e.Message);
            }
        }

        return await LoadAsync(choices[^1], cancellationToken);
    }

    private async Task<LoadedModel> LoadAsync(IReadOnlyList<Device> devices, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var factories = devices.Select(device => new SessionFactory(options, device)).ToList();
        var rules = new RunRules(new RunDeadline(options, model), devices[0].Batches(options));
        var sources = factories.SelectMany(factory => Enumerable.Repeat(new ModelSource(model, family, factory), options.Instances));
        var instances = await new InstanceLoader(rules, time, logger).LoadAsync(sources, FirstWordsAsync(devices[0]), cancellationToken);
        SpeechLog.InstancesReady(
            logger, model.Name, string.Join(", ", devices), instances.Count, factories[0].Threads, rules.Batch.Most,
            time.GetElapsedTime(started).TotalMilliseconds);
        return new LoadedModel(instances, rules.Batch.Most);
    }

    private async Task<IReadOnlyList<IReadOnlyList<Utterance>>> FirstWordsAsync(Device device)
    {
        var speaker = await voice;
        return [.. WarmUp.For(device, options, model.MaxIds).Select(words => Enumerable.Repeat(Repeated(words.IdCount, speaker), words.Times).ToList())];
    }

    // Phonemes of one character need nothing between them; a syllable of pinyin does.
    private Utterance Repeated(int times, Voice speaker) =>
        family.Utter(string.Join(model.FirstWords.Length == 1 ? "" : " ", Enumerable.Repeat(model.FirstWords, times)), speaker, speed: 2);
}
