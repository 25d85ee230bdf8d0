namespace TtsConsumers.Tests.Storm.Farm;

/// <summary>What a store front does to a request instead of passing it on.</summary>
public enum StoreFault
{
    /// <summary>Nothing: it is passed on.</summary>
    None,

    /// <summary>The connection is reset.</summary>
    Refuses,

    /// <summary>It is never answered, until the fault is over; then the connection is reset.</summary>
    Hangs,

    /// <summary>503 SlowDown.</summary>
    SlowDown,

    /// <summary>500 InternalError.</summary>
    InternalError,

    /// <summary>429 TooManyRequests.</summary>
    TooMany,

    /// <summary>It is passed on; its answer is reset after 90 %.</summary>
    BreaksOff,
}
