namespace TtsConsumers.Producer.Client;

/// <summary>The broker answers, but the farm's exchanges are not there or the user may not use them.</summary>
public sealed class FarmNotReadyException : Exception
{
    /// <summary>Without a sentence; the others are for use.</summary>
    public FarmNotReadyException()
    {
    }

    /// <summary>With what is missing and what to do about it.</summary>
    public FarmNotReadyException(string message)
        : base(message)
    {
    }

    /// <summary>With what is missing and what to do about it, and the broker's own words.</summary>
    public FarmNotReadyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
