namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>What a replay does.</summary>
public sealed record ReplayOptions
{
    /// <summary>Which letters.</summary>
    public LetterFilter Filter { get; init; } = LetterFilter.All;

    /// <summary>Ends after so many.</summary>
    /// <value>All that match.</value>
    public int? Max { get; init; }

    /// <summary>Publishes a second at most.</summary>
    /// <value>As fast as the broker confirms.</value>
    public double? PerSecond { get; init; }

    /// <summary>Only counts what it would do.</summary>
    public bool DryRun { get; init; }

    /// <summary>New values for the job; for a replay of one id.</summary>
    public Correction? Correction { get; init; }

    /// <summary>How often a publish is repeated when the queue of jobs is full.</summary>
    /// <value>8, which takes about 15 seconds</value>
    public int BusyRepeats { get; init; } = 8;

    /// <summary>How often a publish is repeated, under the same message id, when it is unknown whether the broker took it.</summary>
    /// <value>5</value>
    public int UnknownRepeats { get; init; } = 5;
}
