namespace TtsConsumers.Producer.Client.Audio;

/// <summary>The audio a result names is not there, or is not what the result says.</summary>
public sealed class AudioFetchException : Exception
{
    /// <summary>Without a sentence; the others are for use.</summary>
    public AudioFetchException()
    {
    }

    /// <summary>With which audio and what is wrong with it.</summary>
    public AudioFetchException(string message)
        : base(message)
    {
    }

    /// <summary>With which audio, what is wrong with it and the fault below.</summary>
    public AudioFetchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
