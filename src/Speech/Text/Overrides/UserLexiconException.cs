namespace TtsConsumers.Speech.Text.Overrides;

/// <summary>The file of a deployment's lexicon is wrong.</summary>
public sealed class UserLexiconException : Exception
{
    /// <summary>A message names so many mistakes and counts the rest.</summary>
    private const int Named = 10;

    /// <summary>Without a mistake; the others are for use.</summary>
    public UserLexiconException() => Faults = [];

    /// <summary>With one mistake.</summary>
    public UserLexiconException(string message)
        : base(message) => Faults = [message];

    /// <summary>With one mistake, and what it came from.</summary>
    public UserLexiconException(string message, Exception innerException)
        : base(message, innerException) => Faults = [message];

    /// <summary>With all mistakes.</summary>
    /// <param name="faults">A sentence each, with file and line.</param>
    /// <param name="innerException">What it came from, if anything.</param>
    public UserLexiconException(IReadOnlyList<string> faults, Exception? innerException = null)
        : base(Join(faults), innerException) => Faults = faults;

    /// <summary>A sentence for each mistake, with file and line.</summary>
    public IReadOnlyList<string> Faults { get; }

    private static string Join(IReadOnlyList<string> faults) =>
        string.Join("; ", faults.Take(Named)) + (faults.Count > Named ? $"; and {faults.Count - Named} more" : string.Empty);
}
