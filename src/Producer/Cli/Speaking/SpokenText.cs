namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>A text that was spoken.</summary>
/// <param name="Fragments">Its fragments in order.</param>
/// <param name="Earlier">How many of them, the first ones, were spoken by an earlier run.</param>
/// <param name="Elapsed">From the first publish to the last audio fetched.</param>
internal sealed record SpokenText(IReadOnlyList<SpokenFragment> Fragments, int Earlier, TimeSpan Elapsed)
{
    /// <summary>How many have no audio.</summary>
    public int Failed => Fragments.Count(fragment => !fragment.IsDone);
}
