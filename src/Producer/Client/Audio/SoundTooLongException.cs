namespace TtsConsumers.Producer.Client.Audio;

/// <summary>A sound does not fit into one WAV file.</summary>
public sealed class SoundTooLongException : Exception
{
    /// <summary>Without a sentence; the others are for use.</summary>
    public SoundTooLongException()
    {
    }

    /// <summary>With the limit and what to do.</summary>
    public SoundTooLongException(string message)
        : base(message)
    {
    }

    /// <summary>With the limit, what to do and the fault below.</summary>
    public SoundTooLongException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
