namespace TtsConsumers.Speech.Voices;

/// <summary>The program espeak-ng, which reads for voices that were trained with it, is missing, lacks a language or failed.</summary>
public sealed class EspeakException : Exception
{
    /// <summary>Makes the exception without a message.</summary>
    public EspeakException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    public EspeakException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="innerException">What the system said.</param>
    public EspeakException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
