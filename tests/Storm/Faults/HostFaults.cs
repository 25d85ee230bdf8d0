using TtsConsumers.Tests.Storm.Farm;
using TtsConsumers.Tests.Storm.Plan;

namespace TtsConsumers.Tests.Storm.Faults;

/// <summary>Faults of hosts (C1, C2).</summary>
/// <param name="hosts">Of whom one is hit.</param>
internal sealed class HostFaults(IReadOnlyList<HostSlot> hosts)
{
    /// <summary>kill -9.</summary>
    public async Task<string?> KillAsync(PlannedFault fault)
    {
        var host = PlannedFault.Pick(fault.Where, hosts);
        return await host.KillAsync() ? host.Name : null;
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    public async Task<string?> StopAsync(PlannedFault fault)
    {
        var host = PlannedFault.Pick(fault.Where, hosts);
        return await host.StopAsync() ? host.Name : null;
    }
}
