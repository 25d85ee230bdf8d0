using TtsConsumers.Shared.Broker;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Tests.Storm.Ledger;

/// <summary>
/// The oracle (reliability.md, "Ledger"): what was confirmed is compared with what came back and with what lies in the queues. Pure.
/// </summary>
public sealed class StormLedger
{
    private readonly Books books;
    private readonly Dictionary<string, SentJob> sent;
    private readonly Dictionary<string, List<SpeechResult>> answers;
    private readonly HashSet<string> letters;

    private StormLedger(Books books)
    {
        this.books = books;
        sent = books.Sent.ToDictionary(job => job.Id);
        answers = books.Results.GroupBy(result => result.Id).ToDictionary(group => group.Key, group => group.ToList());
        letters = [.. books.Remains.Letters];
        Breaches = [.. Misses(), .. Strangers(), .. Contradictions(), .. Excesses()];
    }

    /// <summary>Jobs whose publish was confirmed.</summary>
    public int Confirmed => Count(PublishOutcome.Confirmed);

    /// <summary>Jobs of whose publish nothing is known.</summary>
    public int Unknown => Count(PublishOutcome.Unknown);

    /// <summary>Jobs that the broker refused or returned.</summary>
    public int Refused => Count(PublishOutcome.Refused) + Count(PublishOutcome.Returned);

    /// <summary>Publishes that were made again, because nothing was known of the one before.</summary>
    public int Repeated => books.Sent.Sum(job => job.Repeats);

    /// <summary>Jobs whose last word is done.</summary>
    public int Done => answers.Values.Count(IsDone);

    /// <summary>Jobs whose last word is failed, by reason.</summary>
    public IReadOnlyDictionary<string, int> Failed => answers.Values.Where(results => !IsDone(results))
        .GroupBy(results => results[^1].Error!.Code.Wire()).OrderBy(group => group.Key, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Count());

    /// <summary>Confirmed, never answered, and in no queue.</summary>
    public IReadOnlyList<string> Lost => [.. Unanswered().Except(books.Remains.Waiting).Except(letters)];

    /// <summary>Confirmed, not answered yet, and in a queue.</summary>
    public int Waiting => Unanswered().Count() - Lost.Count;

    /// <summary>Results beyond one for a job.</summary>
    public int Duplicated => answers.Values.Sum(results => results.Count - 1);

    /// <summary>Jobs of whose publish nothing is known, and that were there after all.</summary>
    public int Recovered => books.Sent.Count(job => job.Outcome == PublishOutcome.Unknown && answers.ContainsKey(job.Id));

    /// <summary>Dead letters.</summary>
    public int Dead => books.Remains.Letters.Count;

    /// <summary>Plain jobs that ended as failed: no promise forbids it, but somebody should look.</summary>
    public IReadOnlyList<string> Innocents => [.. answers
        .Where(answer => !IsDone(answer.Value) && sent.TryGetValue(answer.Key, out var job) && job.Kind == JobKind.Plain).Select(answer => answer.Key)];

    /// <summary>A sentence for each broken promise.</summary>
    public IReadOnlyList<string> Breaches { get; }

    /// <summary>Draws the ledger.</summary>
    public static StormLedger Of(Books books) => new(books);

    /// <summary>The last word on each job that has one: the first done wins, and replaces a failed.</summary>
    public IEnumerable<SpeechResult> LastWords() => answers.Values.Select(results => results.Find(result => result.Status == ResultStatus.Done) ?? results[^1]);

    private int Count(PublishOutcome outcome) => books.Sent.Count(job => job.Outcome == outcome);

    private static bool IsDone(List<SpeechResult> results) => results.Exists(result => result.Status == ResultStatus.Done);

    private IEnumerable<string> Unanswered() =>
        books.Sent.Where(job => job.Outcome == PublishOutcome.Confirmed && !answers.ContainsKey(job.Id)).Select(job => job.Id);

    /// <summary>P1 and P2: what should be there and is not.</summary>
    private IEnumerable<string> Misses() =>
    [
        .. Say(Lost, "was confirmed, never answered, and is in no queue: lost"),
        .. books.Finished ? Say(books.Remains.Waiting, "still waits in a queue though there was time enough") : [],
        .. Say(LastWords().Where(word => word.Status == ResultStatus.Failed && !letters.Contains(word.Id)).Select(word => word.Id), "failed without a dead letter"),
        .. books.Finished ? Say(letters.Where(id => !answers.ContainsKey(id)), "is a dead letter without an answer") : [],
    ];

    /// <summary>What nobody sent, or nobody can receive.</summary>
    private IEnumerable<string> Strangers() =>
    [
        .. Say(answers.Keys.Concat(books.Remains.Waiting).Concat(letters).Where(id => !sent.ContainsKey(id)).Distinct(), "came back, and was never sent"),
        .. Say(books.Remains.Unrouted, "is a result that went to nobody"),
    ];

    /// <summary>P3: answers that contradict each other, or the job.</summary>
    private IEnumerable<string> Contradictions() =>
    [
        .. Say(answers.Where(answer => AudioOf(answer.Value).Distinct().Count() > 1).Select(answer => answer.Key), "has answers that name different audio"),
        .. Say(
            answers.Where(answer => IsDone(answer.Value) && sent.TryGetValue(answer.Key, out var job) && job.Kind is JobKind.Refusable or JobKind.Poison or JobKind.CcBomb)
                .Select(answer => answer.Key),
            "is done, which such a job can't be"),
    ];

    private IEnumerable<string> Excesses() =>
    [
        .. Duplicated > books.MostRepeats ? [$"{Duplicated} results are repeats; {books.MostRepeats} can be explained"] : Array.Empty<string>(),
        .. Dead - letters.Count > books.MostRepeats ? [$"{Dead - letters.Count} dead letters are repeats; {books.MostRepeats} can be explained"] : Array.Empty<string>(),
    ];

    private static IEnumerable<(string Uri, string Sha256)> AudioOf(List<SpeechResult> results) =>
        results.Where(result => result.Audio is not null).Select(result => (result.Audio!.Uri, result.Audio.Sha256));

    private static IEnumerable<string> Say(IEnumerable<string> ids, string what) => ids.Select(id => $"{id} {what}");
}
