namespace TtsConsumers.Consumer;

/// <summary>Ends a host that can't go on, with the exit code that says why, so that its supervisor starts a fresh one.</summary>
/// <param name="lifetime">Stopped as by SIGTERM: what can still be finished is finished, the rest is given back.</param>
/// <param name="logger">Told why.</param>
public sealed class HostEnd(IHostApplicationLifetime lifetime, ILogger<HostEnd> logger)
{
    private int begun;

    /// <summary>Begins the end, once: the first reason counts.</summary>
    /// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
    /// <param name="why">A sentence for operators.</param>
    public void Begin(int exitCode, string why)
    {
        if (Interlocked.Exchange(ref begun, 1) != 0)
            return;
        HostLog.CannotGoOn(logger, exitCode, why);
        Environment.ExitCode = exitCode;
        lifetime.StopApplication();
    }

    /// <summary>What the process of a host that has ended is to return.</summary>
    /// <param name="services">All that ran in the host.</param>
    /// <returns><see cref="ExitCodes.LoopLost"/> where one of them failed and nobody said otherwise.</returns>
    public static int CodeAfter(IEnumerable<IHostedService> services) =>
        Environment.ExitCode == ExitCodes.Drained && services.OfType<BackgroundService>().Any(service => service.ExecuteTask is { IsFaulted: true })
            ? ExitCodes.LoopLost
            : Environment.ExitCode;
}
