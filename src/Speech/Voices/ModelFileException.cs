namespace TtsConsumers.Speech.Voices;

/// <summary>
/// A file of a model is missing, damaged or not what its manifest says. The message names the file, what was expected, what was seen,
/// and what to do. Trying again does not help.
/// </summary>
public sealed class ModelFileException : Exception
{
    /// <summary>Makes the exception without a message.</summary>
    public ModelFileException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">The file, what was expected, what was seen, what to do.</param>
    public ModelFileException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">The file, what was expected, what was seen, what to do.</param>
    /// <param name="innerException">What the system or ONNX Runtime said.</param>
    public ModelFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
