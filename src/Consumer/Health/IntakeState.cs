namespace TtsConsumers.Consumer.Health;

/// <summary>What a host's intake is at.</summary>
public enum IntakeState
{
    /// <summary>The voice is being loaded and warmed up.</summary>
    Loading,

    /// <summary>Looking for the broker.</summary>
    Connecting,

    /// <summary>The broker lacks something that provisioning makes.</summary>
    Unprovisioned,

    /// <summary>Taking jobs.</summary>
    Consuming,

    /// <summary>Speaking suspects alone, for half a minute at most.</summary>
    Quarantine,

    /// <summary>Taking no new job; finishing those in hand.</summary>
    Draining,
}
