namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>Letters that have something in common.</summary>
/// <param name="Key">What they have in common.</param>
/// <param name="Letters">How many there are.</param>
/// <param name="Oldest">The first end among them, where any is known.</param>
/// <param name="Newest">The last.</param>
public sealed record LetterGroup(string Key, int Letters, DateTimeOffset? Oldest, DateTimeOffset? Newest)
{
    /// <summary>Groups letters without keeping them.</summary>
    /// <param name="letters">The letters.</param>
    /// <param name="keyOf">What counts as common.</param>
    /// <returns>The largest group first.</returns>
    public static async Task<IReadOnlyList<LetterGroup>> OfAsync(IAsyncEnumerable<Letter> letters, Func<Letter, string> keyOf)
    {
        var groups = new Dictionary<string, LetterGroup>();
        await foreach (var letter in letters.ConfigureAwait(false))
        {
            var key = keyOf(letter);
            groups[key] = groups.GetValueOrDefault(key, new LetterGroup(key, 0, null, null)).With(letter.EndedAt);
        }
        return [.. groups.Values.OrderByDescending(group => group.Letters).ThenBy(group => group.Key, StringComparer.Ordinal)];
    }

    private LetterGroup With(DateTimeOffset? moment) => this with
    {
        Letters = Letters + 1,
        Oldest = Oldest < moment ? Oldest : moment ?? Oldest,
        Newest = Newest > moment ? Newest : moment ?? Newest,
    };
}
