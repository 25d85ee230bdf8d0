using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client;

/// <summary>
/// Tells news from repeats: results come at least once. The first <c>done</c> for an id wins and replaces an earlier <c>failed</c>; a
/// <c>failed</c> after a <c>done</c>, and a second one of the same kind, are dropped. Not for use by several threads at once.
/// </summary>
/// <param name="capacity">How many ids are remembered; the oldest is forgotten first, and its repeat would count as news.</param>
public sealed class LastWord(int capacity = 65_536)
{
    private readonly Dictionary<string, ResultStatus> words = [];
    private readonly Queue<string> ages = new();

    /// <summary>Whether a result says more than what was said of its id before.</summary>
    public bool IsNews(SpeechResult result) =>
        !words.TryGetValue(result.Id, out var before) || (before == ResultStatus.Failed && result.Status == ResultStatus.Done);

    /// <summary>Remembers a result as the last word on its id.</summary>
    public void Remember(SpeechResult result)
    {
        if (words.TryAdd(result.Id, result.Status))
            Age(result.Id);
        else if (result.Status == ResultStatus.Done)
            words[result.Id] = ResultStatus.Done;
    }

    private void Age(string id)
    {
        ages.Enqueue(id);
        if (ages.Count > capacity)
            words.Remove(ages.Dequeue());
    }
}
