namespace TtsConsumers.Producer.Client.Text;

/// <summary>
/// Chooses where to cut a line: the cheapest way through all places, where a cut costs by its kind and a fragment by what it lacks or
/// exceeds.
/// </summary>
/// <param name="length">The length that costs nothing.</param>
/// <param name="limit">The longest fragment there may be at all.</param>
/// <param name="words">The words of scripts without spaces; asked only where a line can't be cut well without them.</param>
internal sealed class FragmentPlan(FragmentLength length, int limit, IWordBreaks? words)
{
    private const int CostOfMissing = 1;
    private const int CostOfExceeding = 200;

    /// <summary>Finds the cheapest cuts.</summary>
    /// <param name="line">Text without line breaks and without doubled white space.</param>
    /// <returns>Where each fragment ends and what ends there, in order.</returns>
    public IReadOnlyList<(int End, Cut Cut)> Choose(string line)
    {
        var ends = Choose(line, Cuts.Of(line, length.Most, null));
        return words is not null && Exceeds(ends) ? Choose(line, Cuts.Of(line, length.Most, words)) : ends;
    }

    private bool Exceeds(List<(int End, Cut Cut)> ends)
    {
        var start = 0;
        foreach (var (end, _) in ends)
        {
            if (end - start > length.Most)
                return true;
            start = end;
        }
        return false;
    }

    private List<(int End, Cut Cut)> Choose(string line, Cut[] cuts)
    {
        var costs = new long[cuts.Length];
        var starts = new int[cuts.Length];
        for (var end = 1; end < cuts.Length; end++)
        {
            // The space a fragment ends with is not spoken and not counted.
            var textEnd = char.IsWhiteSpace(line[end - 1]) ? end - 1 : end;
            var (cost, start) = Cheapest(textEnd, costs.AsSpan(0, end));
            costs[end] = cuts[end] == Cut.Never || cost == long.MaxValue ? long.MaxValue : cost + Cost(cuts[end]);
            starts[end] = start;
        }
        var ends = new List<(int End, Cut Cut)>();
        for (var end = cuts.Length - 1; end > 0; end = starts[end])
            ends.Add((end, cuts[end]));
        ends.Reverse();
        return ends;
    }

    /// <summary>The best place for a fragment with this end to start at.</summary>
    private (long Cost, int Start) Cheapest(int textEnd, ReadOnlySpan<long> costs)
    {
        var best = (Cost: long.MaxValue, Start: 0);
        for (var start = Math.Max(0, textEnd - limit); start < costs.Length; start++)
        {
            if (costs[start] != long.MaxValue && costs[start] + Cost(textEnd - start) is var cost && cost < best.Cost)
                best = (cost, start);
        }
        return best;
    }

    private long Cost(int size) =>
        (Math.Max(0, length.Least - size) * CostOfMissing) + (Math.Max(0, size - length.Most) * CostOfExceeding);

    /// <summary>
    /// A clause costs a little more than half a short fragment: a sentence of nine characters stands alone before a clause is cut for it.
    /// </summary>
    private static long Cost(Cut cut) => cut switch
    {
        Cut.Sentence => 1,
        Cut.Clause => 12,
        Cut.Phrase => 40,
        Cut.Word => 60,
        Cut.Tight => 180,
        _ => 10_000_000,
    };
}
