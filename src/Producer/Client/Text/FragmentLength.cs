using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client.Text;

/// <summary>
/// How long a fragment is, in UTF-16 characters: shorter and longer ones are made only where the text leaves no other place to cut.
/// </summary>
public sealed record FragmentLength
{
    /// <summary>20 to 50 characters.</summary>
    public static FragmentLength Usual { get; } = new(20, 50);

    /// <summary>A length of one's own.</summary>
    /// <param name="least">Shorter fragments are avoided.</param>
    /// <param name="most">Longer fragments are made only of what must stay whole: a number, a word, an English phrase, a pair of brackets.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 ≤ least ≤ most ≤ 500.</exception>
    public FragmentLength(int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, JobLimits.DefaultTextScalars);
        Least = least;
        Most = most;
    }

    /// <summary>The shortest length that costs nothing.</summary>
    public int Least { get; }

    /// <summary>The longest length that costs nothing.</summary>
    public int Most { get; }
}
