using TtsConsumers.Tests.Storm.Farm;
using TtsConsumers.Tests.Storm.Plan;

namespace TtsConsumers.Tests.Storm.Faults;

/// <summary>Faults of the store (S1, S2, S3).</summary>
/// <param name="front">Makes them.</param>
internal sealed class StoreFaults(StoreFront front)
{
    private static readonly (StoreFault Fault, double Share, string Words)[] Outages =
        [(StoreFault.Refuses, 1, "resets every connection"), (StoreFault.Hangs, 1, "never answers")];

    private static readonly (StoreFault Fault, double Share, string Words)[] Bursts =
    [
        (StoreFault.SlowDown, 1, "503 to everything"),
        (StoreFault.SlowDown, 0.5, "503 to every second request"),
        (StoreFault.InternalError, 0.5, "500 to every second request"),
        (StoreFault.TooMany, 1, "429 to everything"),
        (StoreFault.BreaksOff, 0.5, "every second answer breaks off"),
    ];

    /// <summary>Nothing can be stored.</summary>
    public Task<string> OutageAsync(PlannedFault fault, CancellationToken stop) => BreakAsync(PlannedFault.Pick(fault.How, Outages), fault.Lasts, stop);

    /// <summary>Errors.</summary>
    public Task<string> ErrorsAsync(PlannedFault fault, CancellationToken stop) => BreakAsync(PlannedFault.Pick(fault.How, Bursts), fault.Lasts, stop);

    private async Task<string> BreakAsync((StoreFault Fault, double Share, string Words) what, TimeSpan lasts, CancellationToken stop)
    {
        front.Break(what.Fault, what.Share);
        await Task.Delay(lasts, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        front.Heal();
        return what.Words;
    }
}
