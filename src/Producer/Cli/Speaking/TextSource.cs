namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>The text a command is given: as it is, from a file of that name, or from standard input for <c>-</c>.</summary>
/// <param name="Text">The text.</param>
/// <param name="Name">A name for what is made of it.</param>
internal sealed record TextSource(string Text, string Name)
{
    private const string NameOfText = "hello";

    /// <summary>Reads it.</summary>
    /// <param name="given">A text, a file's path, or <c>-</c>.</param>
    /// <param name="terminal">For standard input.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<TextSource> ReadAsync(string given, Terminal terminal, CancellationToken cancellation)
    {
        if (given == "-")
            return new(await terminal.Input.ReadToEndAsync(cancellation), NameOfText);
        return File.Exists(given)
            ? new(await File.ReadAllTextAsync(given, cancellation), Path.GetFileNameWithoutExtension(given))
            : new(given, NameOfText);
    }
}
