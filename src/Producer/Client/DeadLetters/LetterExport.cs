using System.Runtime.CompilerServices;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>Copies letters to a file.</summary>
/// <param name="letters">The queue's letters; the caller ends the look.</param>
/// <param name="filter">Which of them.</param>
/// <param name="max">So many at most.</param>
/// <param name="time">The clock ages are counted by.</param>
public sealed class LetterExport(LetterQueue letters, LetterFilter filter, int? max, TimeProvider time)
{
    private readonly List<HeldLetter> written = [];

    /// <summary>Copies.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="remove">Whether the letters are removed once the whole file is on the disk under its name.</param>
    /// <param name="progress">Told after each letter copied.</param>
    /// <param name="cancellation">Ends the copying; then there is no file and no letter is removed.</param>
    /// <exception cref="IOException">The file can't be written, or the letters went back before they were all copied.</exception>
    public async Task<LetterReport> RunAsync(LetterFile file, bool remove, Action<LetterProgress>? progress, CancellationToken cancellation)
    {
        await file.WriteAsync(CopyAsync(progress, cancellation), cancellation).ConfigureAwait(false);
        var removed = 0;
        foreach (var held in remove ? written : [])
            removed += await held.RemoveAsync().ConfigureAwait(false) ? 1 : 0;
        return new LetterReport(letters.LookedAt, written.Count, removed);
    }

    private async IAsyncEnumerable<Letter> CopyAsync(Action<LetterProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await foreach (var held in letters.ReadAsync(letter => filter.Matches(letter, now), max, cancellation).ConfigureAwait(false))
        {
            written.Add(held);
            yield return held.Letter;
            progress?.Invoke(new(letters.LookedAt, letters.Count));
        }
    }
}
