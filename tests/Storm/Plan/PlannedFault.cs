namespace TtsConsumers.Tests.Storm.Plan;

/// <summary>One fault of a plan.</summary>
/// <param name="At">When it begins, from the start of the storm.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Lasts">How long it is kept up; zero for what is over at once.</param>
/// <param name="Where">0 to 1: whom it hits, of those there are.</param>
/// <param name="How">0 to 1: which variety.</param>
public sealed record PlannedFault(TimeSpan At, FaultKind Kind, TimeSpan Lasts, double Where, double How)
{
    /// <summary>One of several, by a drawn number.</summary>
    /// <param name="drawn">0 to 1.</param>
    /// <param name="all">At least one.</param>
    public static T Pick<T>(double drawn, IReadOnlyList<T> all) => all[Math.Min((int)(drawn * all.Count), all.Count - 1)];
}
