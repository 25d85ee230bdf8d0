using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Topology;

namespace TtsConsumers.Consumer.Pipeline;

/// <summary>
/// Answers jobs that the broker itself dead-lettered, from the notices beside the dead letters. It reads and looks up, and never speaks: what
/// brought a host down once does not get a second chance here. Letters of a host are passed over, their host has answered them.
/// </summary>
/// <param name="planner">Finds id and key.</param>
/// <param name="filing">Finds audio that was stored before the broker gave up.</param>
public sealed class NoticeWork(JobPlanner planner, AudioFiling filing) : IJobWork
{
    /// <inheritdoc/>
    public async Task<Outcome> ContinueAsync(JobInHand job, CancellationToken cancellation)
    {
        if (job.Headers.Death is not { } death)
            return new Outcome.Done(null);
        if (job.Plan is null)
            planner.Plan(job);
        return job.Plan is { } plan && await filing.FindAsync(plan.Key, cancellation) is { } sidecar
            ? new Outcome.Done(job.DoneResult(sidecar))
            : new Outcome.Done(job.FailedResult(Problem(death)));
    }

    private static JobProblem Problem(BrokerDeath death) => new(death.Code, death.Code switch
    {
        ReasonCode.CrashLoop => "every host that took the job was lost; it is a dead letter now",
        ReasonCode.Expired => "the message expired in its queue; it is a dead letter now",
        _ => "the broker gave the job up; it is a dead letter now",
    });
}
