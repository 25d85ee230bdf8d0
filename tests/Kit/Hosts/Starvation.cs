namespace TtsConsumers.Tests.Kit.Hosts;

/// <summary>Takes the processor away from a process for most of the time, until disposed of: it is stopped and let go on by signals.</summary>
public sealed class Starvation : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource enough = new();
    private readonly Task starving;

    /// <param name="processId">The process.</param>
    /// <param name="share">The part of the time that it may run, 0 to 1.</param>
    public Starvation(int processId, double share) => starving = StarveAsync(processId, share, enough.Token);

    public async ValueTask DisposeAsync()
    {
        await enough.CancelAsync();
        await starving;
        enough.Dispose();
    }

    private static async Task StarveAsync(int processId, double share, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            Signal.Send(processId, Signal.Stop);
            await Task.Delay(Period * (1 - share), enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Signal.Send(processId, Signal.Continue);
            await Task.Delay(Period * share, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
