using TtsConsumers.Consumer.InHand;
using TtsConsumers.Consumer.Settlement;
using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Consumer.Pipeline;

/// <summary>What is done with a delivery before it is settled.</summary>
public interface IJobWork
{
    /// <summary>
    /// Goes on from where the job stands: after an <see cref="Outcome.Outage"/> the same job comes again and nothing that is finished is done twice.
    /// </summary>
    /// <param name="job">The job in hand; carries what is finished.</param>
    /// <param name="cancellation">The host's grace is over.</param>
    /// <exception cref="AudioStoreException">The store can't be used: an <see cref="Outcome.Outage"/> to whoever runs the work.</exception>
    /// <exception cref="OperationCanceledException">The grace is over: <see cref="Outcome.Stopping"/>.</exception>
    Task<Outcome> ContinueAsync(JobInHand job, CancellationToken cancellation);
}
