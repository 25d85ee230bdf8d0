namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>A letter taken from its queue for a look. It goes back to its place unless it is removed.</summary>
public sealed class HeldLetter
{
    private readonly LetterChannel channel;
    private readonly ulong tag;

    internal HeldLetter(Letter letter, LetterChannel channel, ulong tag)
    {
        Letter = letter;
        this.channel = channel;
        this.tag = tag;
    }

    /// <summary>The letter.</summary>
    public Letter Letter { get; }

    /// <summary>Takes it out of its queue for good. Fire and forget: it proves nothing.</summary>
    /// <returns><see langword="false"/> where the channel is gone: the letter is back in its queue.</returns>
    public Task<bool> RemoveAsync() => channel.RemoveAsync(tag);
}
