using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Bench.Toys;

/// <summary>A store that waits and keeps nothing. A job has two puts, its audio and its sidecar, so each waits half of a job's time.</summary>
internal sealed class ToyStore(TimeSpan job) : IAudioStore
{
    public Task PutAsync(string key, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellation) =>
        job > TimeSpan.Zero ? Task.Delay(job / 2, cancellation) : Task.CompletedTask;

    public Task<byte[]?> TryGetAsync(string key, CancellationToken cancellation) => Task.FromResult<byte[]?>(null);

    public string UriOf(string key) => $"file:///nowhere/{key}";

    public void Dispose()
    {
    }
}
