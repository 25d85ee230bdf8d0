namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>
/// The channel that held the letters is gone; they are back in their queue. The broker itself ends a channel that holds letters longer than its
/// consumer time-out, usually 30 minutes.
/// </summary>
public sealed class LettersLostException : IOException
{
    /// <summary>Without a reason; the one with a reason is for use.</summary>
    public LettersLostException()
    {
    }

    /// <summary>With the reason.</summary>
    public LettersLostException(string message)
        : base(Sentence(message))
    {
    }

    /// <summary>With the reason and the fault below it.</summary>
    public LettersLostException(string message, Exception innerException)
        : base(Sentence(message), innerException)
    {
    }

    private static string Sentence(string why) => $"the letters went back to their queue ({why}); run again to go on";
}
