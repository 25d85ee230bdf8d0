namespace TtsConsumers.Producer.Client.Text;

/// <summary>
/// Chooses where to cut a line: the cheapest way through all places, where a cut costs by its kind and a fragment by what it lacks or
/// exceeds.
/// </summary>
internal static class FragmentPlan
{
    private const int CostOfMissing = 1;
    private const int CostOfExceeding = 200;

    /// <summary>Finds the cheapest cuts.</summary>
    /// <param name="line">Text without line breaks and without doubled white space.</param>
    /// <param name="length">The length that costs nothing.</param>
    /// <param name="limit">The longest fragment there may be at all.</param>
    /// <returns>Where each fragment ends, in order.</returns>
    public static IReadOnlyList<int> Choose(string line, FragmentLength length, int limit)
    {
        var cuts = Cuts.Of(line);
        var costs = new long[cuts.Length];
        var starts = new int[cuts.Length];
        for (var end = 1; end < cuts.Length; end++)
        {
            // The space a fragment ends with is not spoken and not counted.
            var textEnd = char.IsWhiteSpace(line[end - 1]) ? end - 1 : end;
            var (cost, start) = Cheapest(textEnd, costs.AsSpan(0, end), length, limit);
            costs[end] = cuts[end] == Cut.Never || cost == long.MaxValue ? long.MaxValue : cost + Cost(cuts[end]);
            starts[end] = start;
        }
        var ends = new List<int>();
        for (var end = cuts.Length - 1; end > 0; end = starts[end])
            ends.Add(end);
        ends.Reverse();
        return ends;
    }

    /// <summary>The best place for a fragment with this end to start at.</summary>
    private static (long Cost, int Start) Cheapest(int textEnd, ReadOnlySpan<long> costs, FragmentLength length, int limit)
    {
        var best = (Cost: long.MaxValue, Start: 0);
        for (var start = Math.Max(0, textEnd - limit); start < costs.Length; start++)
        {
            if (costs[start] != long.MaxValue && costs[start] + Cost(textEnd - start, length) is var cost && cost < best.Cost)
                best = (cost, start);
        }
        return best;
    }

    private static long Cost(int size, FragmentLength length) =>
        (Math.Max(0, length.Least - size) * CostOfMissing) + (Math.Max(0, size - length.Most) * CostOfExceeding);

    /// <summary>
    /// A clause costs a little more than half a short fragment: a sentence of nine characters stands alone before a clause is cut for it.
    /// </summary>
    private static long Cost(Cut cut) => cut switch
    {
        Cut.Sentence => 1,
        Cut.Clause => 12,
        Cut.Word => 40,
        Cut.Particle => 60,
        Cut.Character => 90,
        _ => 10_000_000,
    };
}
