using TtsConsumers.Tests.Storm.Plan;

namespace TtsConsumers.Tests.Storm.View;

/// <summary>What faults are called where people read.</summary>
public static class FaultWords
{
    /// <summary>A fault's name in words.</summary>
    public static string Of(FaultKind kind) => kind switch
    {
        FaultKind.HostKilled => "host killed",
        FaultKind.HostStopped => "host stopped",
        FaultKind.BrokerRestarted => "broker restarted",
        FaultKind.BrokerKilled => "broker killed",
        FaultKind.ConnectionsClosed => "connections closed",
        FaultKind.Blackhole => "blackhole",
        FaultKind.Reset => "reset",
        FaultKind.StoreOut => "store out",
        FaultKind.StoreErrors => "store errors",
        FaultKind.ModelHung => "model hung",
        FaultKind.PoisonJob => "poison job",
        FaultKind.CcBomb => "CC bomb",
        _ => kind.ToString(),
    };
}
