using TtsConsumers.Tests.Storm.Farm;

namespace TtsConsumers.Tests.Storm.Watch;

/// <summary>What a farm holds at one moment.</summary>
/// <param name="Hosts">All hosts together.</param>
/// <param name="Broker">The broker.</param>
public sealed record FarmFootprint(Footprint Hosts, Footprint Broker)
{
    /// <summary>Looks.</summary>
    public static FarmFootprint Of(StormFarm farm) =>
        new(Footprint.Of(farm.Hosts.Select(host => host.ProcessId)), Footprint.Of([farm.Broker.Control.ProcessId]));
}
