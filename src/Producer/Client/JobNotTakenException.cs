using TtsConsumers.Shared.Broker;

namespace TtsConsumers.Producer.Client;

/// <summary>
/// The broker did not take a job, also not after the allowed repeats: it is busy (a queue is full), or nothing is bound for jobs.
/// </summary>
public sealed class JobNotTakenException : Exception
{
    /// <summary>Without a sentence; the client uses the one with a receipt.</summary>
    public JobNotTakenException()
    {
    }

    /// <summary>With what happened.</summary>
    public JobNotTakenException(string message)
        : base(message)
    {
    }

    /// <summary>With what happened and the fault below it.</summary>
    public JobNotTakenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With the job's id and how its last publish ended.</summary>
    public JobNotTakenException(string jobId, PublishReceipt receipt)
        : base($"job '{jobId}' was not taken: {receipt.Detail}") => Receipt = receipt;

    /// <summary>How the last publish ended.</summary>
    public PublishReceipt? Receipt { get; }
}
