using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Consumer.Pipeline;

/// <summary>Takes one job from receipt to settlement: work, decide, carry out; and again while an outage holds it.</summary>
/// <param name="settler">Carries settlements out.</param>
/// <param name="hold">Waits while something is out.</param>
/// <param name="settings">Tries a job gets.</param>
/// <param name="chance">Spreads retries.</param>
/// <param name="logger">Where endings are told.</param>
public sealed class JobRunner(Settler settler, OutageHold hold, HostSettings settings, Random chance, ILogger<JobRunner> logger)
{
    /// <summary>Runs a job to its end. Never throws: what nobody foresaw is a failed try.</summary>
    /// <param name="work">What is done with it.</param>
    /// <param name="job">The job in hand.</param>
    /// <param name="tokens">When to stop.</param>
    /// <returns>The settlement that was carried out.</returns>
    public async Task<SettlementDecision> RunAsync(IJobWork work, JobInHand job, LaneTokens tokens)
    {
        var outcome = await WorkAsync(work, job, tokens.Abandon);
        while (true)
        {
            var decision = SettlementRules.Decide(outcome, job.Headers.Attempt, settings.MaxAttempts, chance.NextDouble());
            var next = decision is SettlementDecision.Hold { Outage: var outage }
                ? await hold.WaitAsync(outage, job, tokens.Stopping) ?? outage.Then ?? await WorkAsync(work, job, tokens.Abandon)
                : await SettleAsync(decision, outcome, job, tokens.Abandon);
            if (next is null)
            {
                HostLog.Settled(logger, job.Id, decision.GetType().Name, job.Headers.Attempt);
                return decision;
            }
            outcome = next;
        }
    }

    private async Task<Outcome?> SettleAsync(SettlementDecision decision, Outcome outcome, JobInHand job, CancellationToken abandon)
    {
        try
        {
            return await settler.CarryOutAsync(decision, outcome, job, abandon);
        }
        catch (Exception error)
        {
            // A fault of ours with the job still unsettled: it is held and settled again, and the lane lives.
            HostLog.Unforeseen(logger, error, job.Id);
            return new Outcome.Outage("settling", error.Message, outcome);
        }
    }

    private async Task<Outcome> WorkAsync(IJobWork work, JobInHand job, CancellationToken abandon)
    {
        try
        {
            return await work.ContinueAsync(job, abandon);
        }
        catch (AudioStoreException error)
        {
            return new Outcome.Outage("the audio store", error.Message);
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            return new Outcome.Stopping();
        }
        catch (Exception error)
        {
            // A fault of ours: the job is retried and ends in the dead letters with this sentence, the lane goes on.
            HostLog.Unforeseen(logger, error, job.Id);
            return new Outcome.Transient(new(ReasonCode.SynthesisFailed, $"{error.GetType().Name}: {error.Message}"));
        }
    }
}
