namespace TtsConsumers.Shared.Broker;

/// <summary>
/// How long to wait before trying a lost dependency again: doubling from 100 ms, never over 5 s, with the lower half left to chance so that
/// many hosts do not come back in step.
/// </summary>
public static class Pause
{
    /// <summary>The longest pause.</summary>
    public static readonly TimeSpan Cap = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);

    /// <summary>The pause after a number of failures in a row.</summary>
    /// <param name="failures">1 after the first failure.</param>
    /// <param name="chance">The source of jitter.</param>
    /// <returns>Half to all of min(5 s, 100 ms × 2^(failures - 1)).</returns>
    public static TimeSpan After(int failures, Random chance)
    {
        var doublings = Math.Clamp(failures - 1, 0, 16);
        var full = Math.Min(Cap.TotalMilliseconds, First.TotalMilliseconds * (1 << doublings));
        return TimeSpan.FromMilliseconds(full * (0.5 + (0.5 * chance.NextDouble())));
    }
}
