using System.Runtime.CompilerServices;

namespace TtsConsumers.Producer.Cli;

/// <summary>Standard input, line by line.</summary>
internal static class InputLines
{
    /// <summary>Reads to the end.</summary>
    /// <param name="input">The lines.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async IAsyncEnumerable<string> ReadAsync(TextReader input, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Reading standard input cannot be cancelled where it is a terminal or an idle pipe, so the wait is.
        while (await Task.Run(() => input.ReadLineAsync(CancellationToken.None).AsTask(), cancellation).WaitAsync(cancellation) is { } line)
            yield return line;
    }
}
