using TtsConsumers.Tests.Storm.Farm;
using TtsConsumers.Tests.Storm.Ledger;
using TtsConsumers.Tests.Storm.Plan;
using TtsConsumers.Tests.Storm.Traffic;

namespace TtsConsumers.Tests.Storm.Faults;

/// <summary>Makes planned faults.</summary>
internal sealed class StormFaults : IDisposable
{
    private readonly HostFaults hosts;
    private readonly BrokerOutages broker;
    private readonly NetworkFaults network;
    private readonly StoreFaults store;
    private readonly StormSender sender;

    /// <param name="farm">What they are made to.</param>
    /// <param name="sender">Sends the jobs that are faults.</param>
    public StormFaults(StormFarm farm, StormSender sender)
    {
        hosts = new HostFaults(farm.Hosts);
        broker = new BrokerOutages(farm.Broker, farm.Admin, new Uri(farm.Uris.Consumer).UserInfo.Split(':')[0]);
        network = new NetworkFaults(farm);
        store = new StoreFaults(farm.Store.Front);
        this.sender = sender;
    }

    /// <summary>Makes one, and returns when it is over.</summary>
    /// <param name="fault">What is planned.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>Whom it hit, and how; <see langword="null"/> where there was nobody to be hit.</returns>
    public async Task<string?> MakeAsync(PlannedFault fault, CancellationToken stop) => fault.Kind switch
    {
        FaultKind.HostKilled => await hosts.KillAsync(fault),
        FaultKind.HostStopped => await hosts.StopAsync(fault),
        FaultKind.BrokerRestarted => await broker.RestartAsync(fault),
        FaultKind.BrokerKilled => await broker.KillAsync(fault),
        FaultKind.ConnectionsClosed => await broker.CloseConnectionsAsync(fault, stop),
        FaultKind.Blackhole => await network.BlackholeAsync(fault, stop),
        FaultKind.Reset => network.Reset(fault),
        FaultKind.StoreOut => await store.OutageAsync(fault, stop),
        FaultKind.StoreErrors => await store.ErrorsAsync(fault, stop),
        FaultKind.ModelHung => (await sender.SendAsync(JobKind.Hanging)).Id,
        FaultKind.PoisonJob => (await sender.SendAsync(JobKind.Poison)).Id,
        FaultKind.CcBomb => (await sender.SendAsync(JobKind.CcBomb)).Id,
        _ => throw new InvalidOperationException($"a fault nobody makes: {fault.Kind}"),
    };

    public void Dispose() => broker.Dispose();
}
