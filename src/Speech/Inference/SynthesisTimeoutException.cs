namespace TtsConsumers.Speech.Inference;

/// <summary>The model did not come back within its deadline; the call is left to itself.</summary>
public sealed class SynthesisTimeoutException : Exception
{
    /// <summary>Makes the exception without a message.</summary>
    public SynthesisTimeoutException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which model, how many ids, how long.</param>
    public SynthesisTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which model, how many ids, how long.</param>
    /// <param name="innerException">What it came from.</param>
    public SynthesisTimeoutException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
