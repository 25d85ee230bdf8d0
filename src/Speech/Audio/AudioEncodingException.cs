namespace TtsConsumers.Speech.Audio;

/// <summary>A format's library is missing, or did not do what it was asked.</summary>
public sealed class AudioEncodingException : Exception
{
    /// <summary>Without a sentence; the others are for use.</summary>
    public AudioEncodingException()
    {
    }

    /// <summary>With what failed.</summary>
    public AudioEncodingException(string message)
        : base(message)
    {
    }

    /// <summary>With what failed and the fault below it.</summary>
    public AudioEncodingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
