using TtsConsumers.Consumer.InHand;
using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Consumer.Settlement;

/// <summary>Carries settlements out: publish, await the confirm, and only then ack, on the channel that delivered.</summary>
/// <param name="publisher">Where copies and results go out.</param>
/// <param name="messages">Makes them.</param>
public sealed class Settler(ConfirmedPublisher publisher, SettlementMessages messages)
{
    /// <summary>Carries out anything but <see cref="SettlementDecision.Hold"/>, which waits in <see cref="OutageHold"/>.</summary>
    /// <param name="decision">What is done.</param>
    /// <param name="outcome">What it was decided from; tried again after an outage.</param>
    /// <param name="job">The job in hand.</param>
    /// <param name="cancellation">Ends waiting for a connection when the host's grace is over.</param>
    /// <returns><see langword="null"/> when settled, else what came in between.</returns>
    public async Task<Outcome?> CarryOutAsync(SettlementDecision decision, Outcome outcome, JobInHand job, CancellationToken cancellation)
    {
        if (decision is SettlementDecision.Forget)
            return null;
        if (job.Delivery.IsGone)
            return new Outcome.ChannelGone();
        if (decision is SettlementDecision.GiveBack)
        {
            await job.Delivery.GiveBackAsync();
            return null;
        }
        return await PublishAllAsync(decision, outcome, job, cancellation) ?? await AckAsync(job);
    }

    private Task<Outcome?> PublishAllAsync(SettlementDecision decision, Outcome outcome, JobInHand job, CancellationToken cancellation) =>
        decision switch
        {
            SettlementDecision.Answer answer => AnswerAsync(answer.Result, outcome, job, cancellation),
            SettlementDecision.Retry retry => PublishAsync(messages.Retry(job, retry.Level, retry.NextAttempt), outcome, cancellation),
            SettlementDecision.Quarantine => PublishAsync(messages.Quarantine(job), outcome, cancellation),
            SettlementDecision.DeadLetter dead => BuryAsync(dead.Problem, outcome, job, cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "not a settlement that publishes"),
        };

    private async Task<Outcome?> AnswerAsync(SpeechResult? result, Outcome outcome, JobInHand job, CancellationToken cancellation)
    {
        if (result is null)
            return null;
        await job.ReachAsync(Stage.ResultPublished);
        var failure = await PublishAsync(messages.Result(job, result), outcome, cancellation);
        if (failure is null)
            await job.ReachAsync(Stage.ResultConfirmed);
        return failure;
    }

    /// <summary>The letter first: a failed result promises that there is one. A letter once confirmed is not written again after an outage.</summary>
    private async Task<Outcome?> BuryAsync(JobProblem problem, Outcome outcome, JobInHand job, CancellationToken cancellation)
    {
        if (!job.DeadLetterConfirmed && await PublishAsync(messages.DeadLetter(job, problem), outcome, cancellation) is { } failure)
            return failure;
        job.DeadLetterConfirmed = true;
        return await AnswerAsync(job.FailedResult(problem), outcome, job, cancellation);
    }

    private async Task<Outcome?> PublishAsync(OutgoingMessage message, Outcome outcome, CancellationToken cancellation)
    {
        try
        {
            var receipt = await publisher.PublishAsync(message, cancellation);
            return receipt.Outcome == PublishOutcome.Confirmed ? null : new Outcome.Outage(message.Exchange, receipt.Detail ?? "", outcome);
        }
        catch (OperationCanceledException)
        {
            return new Outcome.Stopping();
        }
    }

    private static async Task<Outcome?> AckAsync(JobInHand job)
    {
        await job.ReachAsync(Stage.BeforeAck);
        if (!await job.Delivery.AckAsync())
            return new Outcome.ChannelGone();
        await job.ReachAsync(Stage.AfterAck);
        return null;
    }
}
