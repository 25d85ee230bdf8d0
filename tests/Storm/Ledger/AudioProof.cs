using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Storage;
using TtsConsumers.Speech.Text;
using TtsConsumers.Tests.Kit;
using TtsConsumers.Tests.SpeechTests.Audio;
using TtsConsumers.Tests.Storm.Farm;
using TtsConsumers.Tests.Storm.Traffic;

namespace TtsConsumers.Tests.Storm.Ledger;

/// <summary>
/// Looks at what is stored, past the store's faults: each done names audio that is there, under the key of its job, has its hash and sounds like its own
/// text; and no job that ended as failed has a sidecar, which would say that it is done.
/// </summary>
internal sealed class AudioProof : IDisposable
{
    private const int AtOnce = 4;

    private readonly StormFarm farm;
    private readonly AudioReader reader;
    private readonly IAudioStore store;
    private readonly FrontEnd frontEnd = FrontEnd.Load(Path.Combine(Clone.Root, "lexicon"), Path.Combine(Clone.Root, "models"));
    private readonly Dictionary<string, int> vocabulary = JsonSerializer.Deserialize<Dictionary<string, int>>(
        File.ReadAllBytes(Path.Combine(Clone.Root, "lexicon", "kokoro-v1.0-vocab.json")))!;

    /// <param name="farm">Whose store it is.</param>
    public AudioProof(StormFarm farm)
    {
        this.farm = farm;
        reader = new AudioReader(farm.Store.Options);
        store = AudioStoreFactory.Open(farm.Store.Options);
    }

    /// <summary>Looks at all of it.</summary>
    /// <param name="lastWords">The last word on each job.</param>
    /// <param name="jobs">The jobs, by id.</param>
    /// <returns>A sentence for each broken promise.</returns>
    public async Task<IReadOnlyList<string>> FaultsAsync(IEnumerable<SpeechResult> lastWords, IReadOnlyDictionary<string, StormJob> jobs)
    {
        ConcurrentQueue<string> faults = [];
        await Parallel.ForEachAsync(
            lastWords.Where(word => jobs.ContainsKey(word.Id)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (word, cancellation) =>
            {
                if (await FaultAsync(word, jobs[word.Id], cancellation) is { } fault)
                    faults.Enqueue($"{word.Id} {fault}");
            });
        return [.. faults];
    }

    public void Dispose()
    {
        frontEnd.Dispose();
        reader.Dispose();
        store.Dispose();
    }

    private async Task<string?> FaultAsync(SpeechResult word, StormJob job, CancellationToken cancellation)
    {
        try
        {
            return word.Status == ResultStatus.Done ? await SoundFaultAsync(word.Audio!, job, cancellation) : await SidecarFaultAsync(job, cancellation);
        }
        catch (AudioStoreException error)
        {
            return $"could not be looked at: {error.Message}";
        }
    }

    private async Task<string?> SoundFaultAsync(ResultAudio audio, StormJob job, CancellationToken cancellation)
    {
        if (!audio.Uri.Contains(job.Key(farm.ModelSha256).Hash, StringComparison.Ordinal))
            return $"is done, and its audio {audio.Uri} is not under its key";
        if (await reader.TryReadAsync(audio.Uri, cancellation) is not { } bytes)
            return $"is done, and its audio {audio.Uri} is not there";
        if (bytes.LongLength != audio.Bytes || Convert.ToHexStringLower(SHA256.HashData(bytes)) != audio.Sha256)
            return $"is done, and its audio {audio.Uri} is not what it was";
        var phonemes = ((Reading.Spoken)frontEnd.Read(job.Text, null)).Phonemes;
        return ToneReader.IdsOfWav(bytes).Where(id => id > 0).SequenceEqual(phonemes.Select(symbol => vocabulary[symbol.ToString()]))
            ? null
            : $"is done, and its audio {audio.Uri} is not the sound of its text";
    }

    private async Task<string?> SidecarFaultAsync(StormJob job, CancellationToken cancellation) =>
        await store.TryGetAsync(job.Key(farm.ModelSha256).Sidecar, cancellation) is null ? null : "is failed, though a sidecar says that it is done";
}
