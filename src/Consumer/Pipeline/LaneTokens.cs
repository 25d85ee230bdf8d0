namespace TtsConsumers.Consumer.Pipeline;

/// <summary>The words that make a lane leave off.</summary>
/// <param name="Stopping">The host stops: no new job, and jobs held by an outage are given back; others are finished.</param>
/// <param name="Abandon">The grace is over: jobs in hand are given back as they are.</param>
/// <param name="Pausing">A turn begins or ends: no new job for now; jobs in hand are finished, held ones stay held.</param>
public sealed record LaneTokens(CancellationToken Stopping, CancellationToken Abandon, CancellationToken Pausing = default)
{
    /// <summary>Whether the lane takes no new job, for now or for good.</summary>
    public bool TakesNoMore => Stopping.IsCancellationRequested || Pausing.IsCancellationRequested;
}
