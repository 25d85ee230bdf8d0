namespace TtsConsumers.Consumer.InHand;

/// <summary>How far a job in hand has come; the points at which the fault tests stop or kill a host.</summary>
public enum Stage
{
    /// <summary>Delivered.</summary>
    Received,

    /// <summary>Read and found good.</summary>
    Validated,

    /// <summary>About to enter the model's queue.</summary>
    ModelTaken,

    /// <summary>In the model's hands.</summary>
    MidSynthesis,

    /// <summary>The samples are there and sound.</summary>
    Spoken,

    /// <summary>The audio's bytes are there.</summary>
    Encoded,

    /// <summary>The audio object is stored.</summary>
    AudioPut,

    /// <summary>The sidecar is stored: from here on a redelivery is answered without the model.</summary>
    SidecarPut,

    /// <summary>The result is about to be on the wire.</summary>
    ResultPublished,

    /// <summary>The broker has the result.</summary>
    ResultConfirmed,

    /// <summary>About to ack.</summary>
    BeforeAck,

    /// <summary>Acked.</summary>
    AfterAck,
}
