namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>Finds letters, and removes what it found for good. In two steps, so that what is about to be lost can be named first.</summary>
/// <param name="letters">The queue's letters; the caller ends the look.</param>
public sealed class LetterPurge(LetterQueue letters)
{
    private readonly List<HeldLetter> found = [];

    /// <summary>Finds.</summary>
    /// <param name="filter">Which letters.</param>
    /// <param name="max">So many at most.</param>
    /// <param name="now">The moment ages are counted back from.</param>
    /// <param name="cancellation">Ends the finding.</param>
    /// <returns>How many there are.</returns>
    /// <exception cref="LettersLostException">The connection, the channel or the queue is gone.</exception>
    public async Task<int> FindAsync(LetterFilter filter, int? max, DateTimeOffset now, CancellationToken cancellation)
    {
        await foreach (var held in letters.ReadAsync(letter => filter.Matches(letter, now), max, cancellation).ConfigureAwait(false))
            found.Add(held);
        return found.Count;
    }

    /// <summary>Removes what was found.</summary>
    public async Task<LetterReport> RemoveAsync()
    {
        var removed = 0;
        foreach (var held in found)
            removed += await held.RemoveAsync().ConfigureAwait(false) ? 1 : 0;
        return new LetterReport(letters.LookedAt, found.Count, removed);
    }
}
