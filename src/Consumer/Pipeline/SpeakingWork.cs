using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Consumer.Pipeline;

/// <summary>The way of one job, from a delivery to a result that can be published: plan, look for an earlier try's audio, speak, store.</summary>
/// <param name="planner">Bytes to plan.</param>
/// <param name="voicing">Plan to audio.</param>
/// <param name="filing">Audio to store.</param>
/// <param name="time">The clock.</param>
/// <param name="alone">Whether the job is spoken alone, in a quarantine turn: then it is no suspect any more.</param>
public sealed class SpeakingWork(JobPlanner planner, Voicing voicing, AudioFiling filing, TimeProvider time, bool alone = false) : IJobWork
{
    /// <inheritdoc/>
    public async Task<Outcome> ContinueAsync(JobInHand job, CancellationToken cancellation) =>
        await PlanAsync(job) ?? await FindAsync(job, cancellation) ?? await SpeakAsync(job, cancellation) ?? await FileAsync(job, cancellation);

    private async Task<Outcome?> PlanAsync(JobInHand job)
    {
        if (job.Plan is not null)
            return null;
        // Before anything looks at the body: it may be the looking that kills.
        if (!alone && SettlementRules.IsSuspect(job.Headers.DeliveryCount))
            return new Outcome.Suspect();
        var problem = planner.Plan(job);
        await job.ReachAsync(Stage.Received);
        if (problem is not null)
            return new Outcome.Rejected(problem);
        if (job.Job!.ExpiresAt <= time.GetUtcNow())
            return new Outcome.Rejected(new(ReasonCode.Expired, $"the job expired at {job.Job.ExpiresAt:u}"));
        await job.ReachAsync(Stage.Validated);
        return null;
    }

    /// <summary>An earlier try may have stored the audio and died before its ack. Only a delivery that can have one is looked up.</summary>
    private async Task<Outcome?> FindAsync(JobInHand job, CancellationToken cancellation)
    {
        var seenBefore = alone || job.Delivery.Redelivered || job.Headers.DeliveryCount > 0 || job.Headers.Attempt > 1 || job.Headers.ReplayCount > 0;
        return seenBefore && job.Audio is null && await filing.FindAsync(job.Plan!.Key, cancellation) is { } sidecar
            ? new Outcome.Done(job.DoneResult(sidecar))
            : null;
    }

    private async Task<Outcome?> SpeakAsync(JobInHand job, CancellationToken cancellation) =>
        job.Audio is null ? await voicing.SpeakAsync(job, job.Plan!, cancellation) : null;

    private async Task<Outcome> FileAsync(JobInHand job, CancellationToken cancellation) =>
        new Outcome.Done(job.DoneResult(await filing.FileAsync(job, job.Plan!, job.Audio!, cancellation)));
}
