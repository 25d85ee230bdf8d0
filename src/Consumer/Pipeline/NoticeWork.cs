using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Consumer.Pipeline;

/// <summary>
/// Answers jobs that the broker itself dead-lettered, from the notices beside the dead letters. It reads and looks up, and never speaks: what
/// brought a host down once does not get a second chance here. Letters of a host are passed over, their host has answered them.
/// </summary>
/// <param name="planner">Finds id and key.</param>
/// <param name="filing">Finds audio that was stored before the broker gave up.</param>
public sealed class NoticeWork(JobPlanner planner, AudioFiling filing) : IJobWork
{
    private const string DeliveryLimit = "delivery_limit";
    private const string Expired = "expired";

    /// <inheritdoc/>
    public async Task<Outcome> ContinueAsync(JobInHand job, CancellationToken cancellation)
    {
        if (job.Headers.FirstDeathReason is not { } death)
            return new Outcome.Done(null);
        try
        {
            if (job.Plan is null)
                planner.Plan(job);
            return job.Plan is { } plan && await filing.FindAsync(plan.Key, cancellation) is { } sidecar
                ? new Outcome.Done(job.DoneResult(sidecar))
                : new Outcome.Done(job.FailedResult(Problem(death)));
        }
        catch (AudioStoreException error)
        {
            return new Outcome.Outage("the audio store", error.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new Outcome.Stopping();
        }
    }

    private static JobProblem Problem(string death) => death switch
    {
        DeliveryLimit => new(ReasonCode.CrashLoop, "every host that took the job was lost; it is a dead letter now"),
        Expired => new(ReasonCode.Expired, "the message expired in its queue; it is a dead letter now"),
        _ => new(ReasonCode.AttemptsExhausted, "the broker gave the job up; it is a dead letter now"),
    };
}
