namespace TtsConsumers.Speech.Inference;

/// <summary>Decides which pieces share a Run.</summary>
/// <remarks>
/// In a Run every piece is padded to the longest, so a Run of n pieces costs n × the longest, and once what any Run costs. Sorted by length, the
/// cheapest cut into Runs of neighbours is looked for among all cuts: with the cost of the first i pieces known, the cost of i + 1 is the least
/// over the size of the last Run.
/// </remarks>
/// <param name="most">The most pieces in a Run; with 1 every piece has its own, in the order of arrival.</param>
/// <param name="runCost">What any Run costs, in ids: so much padding is worth a Run less.</param>
internal sealed class BatchPlan(int most, double runCost)
{
    /// <summary>The most pieces in a Run.</summary>
    public int Most { get; } = most;

    /// <summary>Cuts what waits into Runs, the shortest pieces first; those that are to be spoken alone come last.</summary>
    /// <param name="waiting">At least one piece, in the order of arrival.</param>
    /// <param name="tooMuch">From this weight on (pieces × the longest) a Run of several found no memory.</param>
    /// <returns>Every piece, in exactly one Run.</returns>
    public IEnumerable<IReadOnlyList<WaitingPiece>> Cut(IReadOnlyList<WaitingPiece> waiting, double tooMuch)
    {
        var alone = waiting.Where(piece => piece.Request.Alone || Most == 1);
        var rising = waiting.Except(alone).OrderBy(piece => piece.Weight).ToList();
        var sizes = LastSizes(rising, tooMuch);
        var runs = new Stack<IReadOnlyList<WaitingPiece>>();
        for (var end = rising.Count; end > 0; end -= sizes[end])
        {
            runs.Push(rising.GetRange(end - sizes[end], sizes[end]));
        }

        return [.. runs, .. alone.Select(piece => (IReadOnlyList<WaitingPiece>)[piece])];
    }

    /// <summary>For each number of first pieces: how many of them the last Run of their cheapest cut has.</summary>
    private int[] LastSizes(List<WaitingPiece> rising, double tooMuch)
    {
        var costs = new double[rising.Count + 1];
        var sizes = new int[rising.Count + 1];
        for (var end = 1; end <= rising.Count; end++)
        {
            costs[end] = double.PositiveInfinity;
            for (var size = 1; size <= Math.Min(Most, end); size++)
            {
                var padded = size * rising[end - 1].Weight;
                var cost = costs[end - size] + runCost + padded;
                if (cost < costs[end] && (size == 1 || padded < tooMuch))
                {
                    (costs[end], sizes[end]) = (cost, size);
                }
            }
        }

        return sizes;
    }
}
