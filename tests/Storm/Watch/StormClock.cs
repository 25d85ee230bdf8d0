namespace TtsConsumers.Tests.Storm.Watch;

/// <summary>Time since the storm began.</summary>
public sealed class StormClock
{
    private readonly long began = TimeProvider.System.GetTimestamp();

    /// <summary>How long it has lasted.</summary>
    public TimeSpan Now => TimeProvider.System.GetElapsedTime(began);

    /// <summary>Waits for a moment of the storm; returns early, without an error, when it is called off.</summary>
    /// <param name="at">The moment; one that has passed is not waited for.</param>
    /// <param name="stop">Calls it off.</param>
    public async Task UntilAsync(TimeSpan at, CancellationToken stop)
    {
        if (at - Now is { Ticks: > 0 } left)
            await Task.Delay(left, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
