namespace TtsConsumers.Consumer;

/// <summary>Settings are wrong.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Without anything wrong; the others are for use.</summary>
    public SettingsException() => Errors = [];

    /// <summary>With one thing wrong.</summary>
    public SettingsException(string message)
        : base(message) => Errors = [message];

    /// <summary>With one thing wrong, and what it came from.</summary>
    public SettingsException(string message, Exception innerException)
        : base(message, innerException) => Errors = [message];

    /// <summary>With everything wrong.</summary>
    /// <param name="errors">A sentence each.</param>
    public SettingsException(IReadOnlyList<string> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>A sentence for each thing that is wrong.</summary>
    public IReadOnlyList<string> Errors { get; }
}
