using TtsConsumers.Tests.Kit.Network;
using TtsConsumers.Tests.Storm.Farm;
using TtsConsumers.Tests.Storm.Plan;

namespace TtsConsumers.Tests.Storm.Faults;

/// <summary>Faults between the broker and one of those who talk to it (N2, N3).</summary>
/// <param name="farm">The farm.</param>
internal sealed class NetworkFaults(StormFarm farm)
{
    private readonly IReadOnlyList<(string Name, FaultProxy Proxy)> links =
        [.. farm.Hosts.Select(host => (host.Name, host.Proxy)), ("the sender", farm.SenderProxy)];

    /// <summary>All connections end with a reset.</summary>
    public string Reset(PlannedFault fault)
    {
        var (name, proxy) = PlannedFault.Pick(fault.Where, links);
        proxy.Reset();
        return name;
    }

    /// <summary>Bytes vanish for a while. Afterwards the connections go on, or are reset: a real network would have dropped them after a time.</summary>
    public async Task<string> BlackholeAsync(PlannedFault fault, CancellationToken stop)
    {
        var (name, proxy) = PlannedFault.Pick(fault.Where, links);
        var (ways, resets, words) = PlannedFault.Pick(fault.How, Varieties);
        proxy.Blackhole(ways);
        await Task.Delay(fault.Lasts, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (resets)
            proxy.Reset();
        proxy.Heal();
        return $"{name}, {words}";
    }

    private static readonly (Ways Ways, bool Resets, string Words)[] Varieties =
    [
        (Ways.Both, false, "both ways"),
        (Ways.Both, true, "both ways, then a reset"),
        (Ways.ToTarget, false, "to the broker"),
        (Ways.ToTarget, true, "to the broker, then a reset"),
        (Ways.ToClient, false, "from the broker"),
        (Ways.ToClient, true, "from the broker, then a reset"),
    ];
}
