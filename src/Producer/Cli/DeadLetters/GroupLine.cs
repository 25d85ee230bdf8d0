using TtsConsumers.Producer.Client.DeadLetters;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary>A group of letters for machines.</summary>
/// <param name="Reason">What they have in common, of dead letters.</param>
/// <param name="Route">What they have in common, of results nobody bound for.</param>
/// <param name="Letters">How many.</param>
/// <param name="Oldest">The first end among them.</param>
/// <param name="Newest">The last.</param>
internal sealed record GroupLine(string? Reason, string? Route, int Letters, DateTimeOffset? Oldest, DateTimeOffset? Newest)
{
    /// <summary>Writes a group.</summary>
    public static GroupLine Of(LetterGroup group, LetterPlace place) => new(
        place.IsOfJobs ? group.Key : null, place.IsOfJobs ? null : group.Key, group.Letters, group.Oldest, group.Newest);
}
