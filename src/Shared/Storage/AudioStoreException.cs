namespace TtsConsumers.Shared.Storage;

/// <summary>
/// The store could not do what was asked: it is down, full, refuses us or is not there. The message says what was tried and what to check. Nothing
/// is wrong with the job, so a host treats it as an outage and never as a reason to give a job up.
/// </summary>
public sealed class AudioStoreException : Exception
{
    /// <summary>Without a sentence; the others are for use.</summary>
    public AudioStoreException()
    {
    }

    /// <summary>With what was tried and what to check.</summary>
    public AudioStoreException(string message)
        : base(message)
    {
    }

    /// <summary>With what was tried and what to check, and the fault below it.</summary>
    public AudioStoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
