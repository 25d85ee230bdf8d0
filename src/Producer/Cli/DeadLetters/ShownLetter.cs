using TtsConsumers.Producer.Client.DeadLetters;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli.DeadLetters;

/// <summary>A dead letter as it is shown.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Reason">Why it ended.</param>
/// <param name="Error">What happened.</param>
/// <param name="Host">Who gave up.</param>
/// <param name="Attempts">How many tries were made.</param>
/// <param name="FailedAt">When it ended.</param>
/// <param name="ReplayCount">How often it was replayed before.</param>
/// <param name="Voice">The voice the job names.</param>
/// <param name="Stream">Where the fragment stands in a longer text.</param>
/// <param name="Text">The text, only where it was asked for.</param>
internal sealed record ShownLetter(
    string Id, string Reason, string? Error, string? Host, int? Attempts, DateTimeOffset? FailedAt, int ReplayCount, string? Voice,
    StreamPosition? Stream, string? Text)
{
    /// <summary>Shows a letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="withText">Whether with its text.</param>
    public static ShownLetter Of(Letter letter, bool withText)
    {
        var job = letter.Job;
        return new(
            letter.Id, letter.Reason, letter.Error, letter.Host, letter.Attempts, letter.EndedAt, letter.Headers.ReplayCount, job?.Voice,
            job?.Stream, withText ? job?.Text : null);
    }
}
