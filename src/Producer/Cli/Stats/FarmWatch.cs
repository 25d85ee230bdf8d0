using TtsConsumers.Producer.Cli.Hosts;
using TtsConsumers.Shared.Topology.Provisioning;

namespace TtsConsumers.Producer.Cli.Stats;

/// <summary>Looks at hosts and queues again and again, a while between two looks.</summary>
/// <param name="context">Settings, clock and terminal.</param>
/// <param name="interval">The while.</param>
internal sealed class FarmWatch(CliContext context, TimeSpan interval) : IDisposable
{
    private readonly HostWatch hosts = new(context.Settings.Hosts);
    private readonly QueueWatch? queues = context.Settings.Admin is null ? null : new QueueWatch(context.Settings);
    private FarmLook? last;

    /// <summary>Why the queues are not there; <see langword="null"/> where they are.</summary>
    public string? QueuesMissing { get; private set; } =
        context.Settings.Admin is null ? "TTS_BROKER_ADMIN and TTS_BROKER_MONITOR are not set, so the queues can't be looked at" : null;

    /// <summary>What happened since the last look; the first time it takes a look, and another after the interval.</summary>
    public async Task<FarmPace> NextAsync(CancellationToken cancellation)
    {
        var before = last ?? await LookAsync(cancellation);
        await Task.Delay(interval, context.Surroundings.Time, cancellation);
        last = await LookAsync(cancellation);
        return FarmPace.Between(before, last);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        hosts.Dispose();
        queues?.Dispose();
    }

    private async Task<FarmLook> LookAsync(CancellationToken cancellation)
    {
        var asking = AskQueuesAsync(cancellation);
        return new FarmLook(await hosts.AskAsync(cancellation), await asking);
    }

    private async Task<IReadOnlyList<QueueStats>?> AskQueuesAsync(CancellationToken cancellation)
    {
        if (queues is null)
            return null;
        try
        {
            return await queues.AskAsync(cancellation);
        }
        catch (ManagementApiException error)
        {
            // The hosts are worth seeing without the broker, and most of all then.
            QueuesMissing = error.Message;
            return null;
        }
    }
}
