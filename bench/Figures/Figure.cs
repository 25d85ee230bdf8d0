namespace TtsConsumers.Bench.Figures;

/// <summary>One thing that was measured, round after round.</summary>
/// <param name="Name">Its name, <c>busy.k2</c>.</param>
/// <param name="Unit">What its numbers count.</param>
/// <param name="Rounds">A number a round.</param>
/// <param name="Goal">What their median should be; <see langword="null"/> for what is only shown.</param>
public sealed record Figure(string Name, string Unit, IReadOnlyList<double> Rounds, Goal? Goal)
{
    public double Min => Rounds.Min();

    public double Median => Middle(Rounds);

    public double Max => Rounds.Max();

    /// <summary>Whether the median is as it should be.</summary>
    public bool IsMet => Goal?.IsMetBy(Median) ?? true;

    /// <summary>The machine's load while it was measured: how many wanted a core, over the last minute. For whoever reads a missed goal.</summary>
    public double Load { get; init; } = Machine.Load();

    public static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The value below which a share of all values lies.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
