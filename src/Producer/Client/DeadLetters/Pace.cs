namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>Lets steps through at most at a rate, evenly. For one caller at a time.</summary>
/// <param name="perSecond">Steps a second; <see langword="null"/> for no limit.</param>
/// <param name="time">The clock.</param>
internal sealed class Pace(double? perSecond, TimeProvider time)
{
    private DateTimeOffset next = time.GetUtcNow();

    /// <summary>Waits for the next step's turn.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        if (perSecond is not { } rate)
            return;
        var now = time.GetUtcNow();
        if (next > now)
            await Task.Delay(next - now, time, cancellation).ConfigureAwait(false);
        // Time lost is not made up for: the rate is there to spare the farm.
        next = (next > now ? next : now) + TimeSpan.FromSeconds(1 / rate);
    }
}
