namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>The text a command is given: as it is, from a file of that name, or from standard input for <c>-</c>.</summary>
/// <param name="Text">The text.</param>
/// <param name="Name">A name for what is made of it.</param>
/// <param name="IsFile">Whether it is a file's: then it is worth subtitles.</param>
internal sealed record TextSource(string Text, string Name, bool IsFile = false)
{
    private const string NameOfText = "hello";
    private const int LongestName = 255;

    /// <summary>Reads it.</summary>
    /// <param name="given">A text, a file's path, or <c>-</c>.</param>
    /// <param name="terminal">For standard input, and told when a file's encoding had to be guessed.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="CommandFailedException">The file is no text, or it looks like a file's name and isn't there.</exception>
    public static async Task<TextSource> ReadAsync(string given, Terminal terminal, CancellationToken cancellation)
    {
        if (given == "-")
            return new(await terminal.Input.ReadToEndAsync(cancellation), NameOfText);
        if (!File.Exists(given))
            return LooksLikeAFile(given) ? throw new CommandFailedException(ExitCodes.Usage, $"there is no file {given}") : new(given, NameOfText);
        var (text, guessed) = TextBytes.Read(await File.ReadAllBytesAsync(given, cancellation), given);
        if (guessed is not null)
            await terminal.Error.WriteLineAsync($"tts: {given} is not UTF-8; it was read as {guessed}".AsMemory(), cancellation);
        return new(text, Path.GetFileNameWithoutExtension(given), IsFile: true);
    }

    /// <summary>Nobody wants to hear "book dot t x t".</summary>
    private static bool LooksLikeAFile(string given) =>
        given.Length <= LongestName && !given.Any(char.IsWhiteSpace) && Path.GetExtension(given).ToLowerInvariant() is ".txt" or ".md" or ".markdown";
}
