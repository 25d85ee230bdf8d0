using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;

namespace TtsConsumers.Consumer.Pipeline;

/// <summary>What is done with a delivery before it is settled.</summary>
public interface IJobWork
{
    /// <summary>
    /// Goes on from where the job stands: after an <see cref="Outcome.Outage"/> the same job comes again and nothing that is finished is done twice.
    /// </summary>
    /// <param name="job">The job in hand; carries what is finished.</param>
    /// <param name="cancellation">The host's grace is over: come back with <see cref="Outcome.Stopping"/>.</param>
    Task<Outcome> ContinueAsync(JobInHand job, CancellationToken cancellation);
}
