using System.Collections.Concurrent;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client;

/// <summary>The jobs whose callers wait for a result, by id.</summary>
internal sealed class PendingJobs
{
    private readonly ConcurrentDictionary<string, PendingJob> jobs = [];

    /// <summary>Starts waiting for a job's result. Before its publish, so that no result can come too early.</summary>
    /// <exception cref="InvalidOperationException">A job with this id is waited for already.</exception>
    public PendingJob Add(SpeechJob job)
    {
        var pending = new PendingJob(job, Remove);
        return jobs.TryAdd(job.Id, pending)
            ? pending
            : throw new InvalidOperationException($"job '{job.Id}' is already being spoken by this client; an id names one job");
    }

    /// <summary>Gives a result to the caller who waits for it.</summary>
    /// <returns><see langword="false"/> where none waits, or it was answered before.</returns>
    public bool TryAnswer(SpeechResult result) => jobs.TryGetValue(result.Id, out var pending) && pending.TryAnswer(result);

    /// <summary>The jobs that still have no answer.</summary>
    public IReadOnlyList<SpeechJob> Unanswered() =>
        [.. jobs.Values.Where(pending => !pending.Answer.IsCompleted).Select(pending => pending.Job)];

    private void Remove(PendingJob pending) => jobs.TryRemove(KeyValuePair.Create(pending.Job.Id, pending));
}
