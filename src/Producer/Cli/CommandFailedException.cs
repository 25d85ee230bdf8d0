namespace TtsConsumers.Producer.Cli;

/// <summary>A command ends here, with one sentence for the user and an exit code.</summary>
internal sealed class CommandFailedException : Exception
{
    /// <summary>Without a sentence; the one with an exit code is for use.</summary>
    public CommandFailedException()
    {
    }

    /// <summary>With a sentence; the one with an exit code is for use.</summary>
    public CommandFailedException(string message)
        : base(message)
    {
    }

    /// <summary>With a sentence and what led to it.</summary>
    public CommandFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With the exit code and a sentence that says what to do.</summary>
    public CommandFailedException(int exitCode, string message)
        : base(message) => ExitCode = exitCode;

    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; } = ExitCodes.Failed;
}
