namespace TtsConsumers.Speech.Voices;

/// <summary>Phonemes hold symbols that the model has no id for. Dropping them would drop sounds, so the text is not spoken.</summary>
public sealed class UnknownSymbolException : Exception
{
    /// <summary>Makes the exception without a message.</summary>
    public UnknownSymbolException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which symbols.</param>
    public UnknownSymbolException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which symbols.</param>
    /// <param name="innerException">What led to it.</param>
    public UnknownSymbolException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
