namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>A text that was spoken.</summary>
/// <param name="Fragments">Its fragments in order.</param>
/// <param name="Elapsed">From the first publish to the last audio fetched.</param>
internal sealed record SpokenText(IReadOnlyList<SpokenFragment> Fragments, TimeSpan Elapsed)
{
    /// <summary>How many have no audio.</summary>
    public int Failed => Fragments.Count(fragment => !fragment.IsDone);

    /// <summary>Seconds of audio.</summary>
    public double AudioSeconds => Fragments.Sum(fragment => fragment.AudioSeconds);
}
