namespace TtsConsumers.Tests.Storm.Plan;

/// <summary>What a storm can do to a farm (shared/design/reliability.md, "Faults to try").</summary>
public enum FaultKind
{
    /// <summary>kill -9 of a host (C1).</summary>
    HostKilled,

    /// <summary>SIGTERM to a host, which must drain and exit with 0 (C2).</summary>
    HostStopped,

    /// <summary>The broker is stopped and started again (B2).</summary>
    BrokerRestarted,

    /// <summary>kill -9 of the broker, which is started again (B1).</summary>
    BrokerKilled,

    /// <summary>The broker closes the connections of all hosts, or of everybody (B10).</summary>
    ConnectionsClosed,

    /// <summary>Bytes between one host, or the sender, and the broker vanish silently, both ways or one way (N2).</summary>
    Blackhole,

    /// <summary>All connections of one host, or of the sender, are reset (N3).</summary>
    Reset,

    /// <summary>The store takes no connection, or takes them and never answers (S2, S3).</summary>
    StoreOut,

    /// <summary>The store answers 503, 500 or 429, or breaks off its answers at 90 % (S1, S3).</summary>
    StoreErrors,

    /// <summary>A job on which the model hangs, whoever speaks it (G1).</summary>
    ModelHung,

    /// <summary>A job that kills its host, whichever takes it (C3).</summary>
    PoisonJob,

    /// <summary>A job that fails at every try and carries CC, BCC and forged headers: copied along, they would multiply it (M2).</summary>
    CcBomb,
}
