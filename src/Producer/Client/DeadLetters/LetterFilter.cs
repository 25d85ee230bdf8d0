namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>Which letters are meant. Every condition given must hold; of several values for one condition any will do.</summary>
public sealed record LetterFilter
{
    /// <summary>Matches every letter.</summary>
    public static LetterFilter All { get; } = new();

    /// <summary>Reason codes as on the wire, or <see cref="Letter.UnknownReason"/>; none given means any.</summary>
    public IReadOnlyCollection<string> Reasons { get; init; } = [];

    /// <summary>Ids; none given means any.</summary>
    public IReadOnlyCollection<string> Ids { get; init; } = [];

    /// <summary>Voices that jobs name themselves; none given means any. A job that left the voice to the host has none.</summary>
    public IReadOnlyCollection<string> Voices { get; init; } = [];

    /// <summary>Stream ids; none given means any.</summary>
    public IReadOnlyCollection<string> Streams { get; init; } = [];

    /// <summary>Only letters that ended at least so long ago. A letter without a time is neither old nor new.</summary>
    public TimeSpan? Older { get; init; }

    /// <summary>Only letters that ended at most so long ago.</summary>
    public TimeSpan? Newer { get; init; }

    /// <summary>Whether nothing is asked for, so that every letter matches.</summary>
    public bool IsEmpty => Reasons.Count + Ids.Count + Voices.Count + Streams.Count == 0 && Older is null && Newer is null;

    /// <summary>Whether a letter is meant.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="now">The moment ages are counted back from.</param>
    public bool Matches(Letter letter, DateTimeOffset now) =>
        IsAmong(Reasons, letter.Reason)
        && IsAmong(Ids, letter.Id)
        && (Older is null || letter.EndedAt <= now - Older)
        && (Newer is null || letter.EndedAt >= now - Newer)
        && MatchesJob(letter);

    /// <summary>Parses the body, so it is asked last and only where it matters.</summary>
    private bool MatchesJob(Letter letter)
    {
        if (Voices.Count + Streams.Count == 0)
            return true;
        var job = letter.Job;
        return IsAmong(Voices, job?.Voice) && IsAmong(Streams, job?.Stream?.Id);
    }

    private static bool IsAmong(IReadOnlyCollection<string> wanted, string? value) =>
        wanted.Count == 0 || (value is not null && wanted.Contains(value));
}
