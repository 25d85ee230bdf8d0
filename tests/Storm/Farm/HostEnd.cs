namespace TtsConsumers.Tests.Storm.Farm;

/// <summary>How a host was made to end.</summary>
public enum Asked
{
    /// <summary>It was not: it ended by itself, or a job ended it.</summary>
    Nothing,

    /// <summary>By kill -9.</summary>
    ToDie,

    /// <summary>By SIGTERM.</summary>
    ToStop,
}

/// <summary>The end of one host.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Asked">How it was made to.</param>
/// <param name="Code">Its exit code; 137 is a kill -9.</param>
public sealed record HostEnd(string Host, Asked Asked, int Code)
{
    private const int Killed = 137;
    private const int ModelStuck = Consumer.ExitCodes.ModelStuck;

    /// <summary>Whether a job has ended it: by the signal of a poison job, or by a model that hung twice.</summary>
    public bool IsByJob => Asked != Asked.ToDie && Code is Killed or ModelStuck;

    /// <summary>What is wrong with this end; <see langword="null"/> when nothing is.</summary>
    public string? Fault => Asked == Asked.ToDie || IsByJob || (Asked == Asked.ToStop && Code == 0)
        ? null
        : $"{Host} {(Asked == Asked.ToStop ? "was stopped" : "ended by itself")} and left with exit code {Code}";
}
