namespace TtsConsumers.Speech.Inference;

/// <summary>The model did not speak: ONNX Runtime refused or broke off the call, or its outputs are not those of the contract.</summary>
public sealed class SynthesisFailedException : Exception
{
    /// <summary>Makes the exception without a message.</summary>
    public SynthesisFailedException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which model, how many ids, what happened.</param>
    public SynthesisFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which model, how many ids, what happened.</param>
    /// <param name="innerException">What ONNX Runtime said.</param>
    public SynthesisFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
