using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client;

/// <summary>One job whose caller waits. Disposing it ends the waiting.</summary>
internal sealed class PendingJob(SpeechJob job, Action<PendingJob> remove) : IDisposable
{
    private readonly TaskCompletionSource<SpeechResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The job.</summary>
    public SpeechJob Job => job;

    /// <summary>Completes with the first result.</summary>
    public Task<SpeechResult> Answer => answer.Task;

    /// <summary>Gives the caller its result; the first wins.</summary>
    public bool TryAnswer(SpeechResult result) => answer.TrySetResult(result);

    /// <inheritdoc/>
    public void Dispose() => remove(this);
}
