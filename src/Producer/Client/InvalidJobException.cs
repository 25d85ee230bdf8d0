using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client;

/// <summary>A job breaks a rule of the contract; nothing was sent.</summary>
public sealed class InvalidJobException : Exception
{
    /// <summary>Without a sentence; the client uses the one with a problem.</summary>
    public InvalidJobException()
    {
    }

    /// <summary>With what is wrong.</summary>
    public InvalidJobException(string message)
        : base(message)
    {
    }

    /// <summary>With what is wrong and the fault below it.</summary>
    public InvalidJobException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With the job's id and the rule it breaks.</summary>
    public InvalidJobException(string jobId, JobProblem problem)
        : base($"job '{jobId}' was not sent: {problem.Message}") => Problem = problem;

    /// <summary>The rule it breaks; the farm would have answered with the same code and sentence.</summary>
    public JobProblem? Problem { get; }
}
