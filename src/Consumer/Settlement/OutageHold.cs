using TtsConsumers.Consumer.InHand;
using TtsConsumers.Shared.Broker;

namespace TtsConsumers.Consumer.Settlement;

/// <summary>
/// Waits while the store or an exchange is out, with the job in hand and all that is finished of it. At prefetch 1 a held lane takes nothing more:
/// holding is the closed gate.
/// </summary>
/// <param name="settings">How long a held job may be in hand.</param>
/// <param name="time">The clock.</param>
/// <param name="chance">Jitter.</param>
/// <param name="logger">Where an outage is told, once for a job and a step.</param>
public sealed class OutageHold(HostSettings settings, TimeProvider time, Random chance, ILogger<OutageHold> logger)
{
    /// <summary>Waits one pause, longer with each failure in a row, capped at 5 s.</summary>
    /// <param name="outage">What is out.</param>
    /// <param name="job">The job in hand.</param>
    /// <param name="stopping">No new work: held jobs are given back.</param>
    /// <returns><see langword="null"/> to try the failed step again; else how the holding ended.</returns>
    public async Task<Outcome?> WaitAsync(Outcome.Outage outage, JobInHand job, CancellationToken stopping)
    {
        var failures = job.BeginHold($"{outage.Dependency} is out: {outage.Detail}");
        if (failures == 1)
            HostLog.Held(logger, job.Id, outage.Dependency, outage.Detail);
        try
        {
            await Task.Delay(Pause.After(failures, chance), time, stopping);
        }
        catch (OperationCanceledException)
        {
            return new Outcome.Stopping();
        }
        // Counted as the broker counts its patience: from the delivery, however many outages there were since.
        if (time.GetUtcNow() - job.Delivery.ReceivedAt > settings.HoldLimit)
            return new Outcome.Stopping();
        return job.Delivery.IsGone ? new Outcome.ChannelGone() : null;
    }
}
