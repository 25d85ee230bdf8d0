using System.Runtime.CompilerServices;
using System.Text;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Cli;

/// <summary>Reads jobs from JSON lines.</summary>
internal static class JobLines
{
    /// <summary>Reads line by line; empty lines are passed over.</summary>
    /// <param name="input">The lines.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async IAsyncEnumerable<JobLine> ReadAsync(TextReader input, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = new JobReader();
        for (var number = 1L; await ReadLineAsync(input, cancellation) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return new JobLine(number, reader.Read(Encoding.UTF8.GetBytes(line), new JobEnvelope()));
        }
    }

    // Reading standard input cannot be cancelled where it is a terminal or an idle pipe, so the wait is.
    private static async Task<string?> ReadLineAsync(TextReader input, CancellationToken cancellation) =>
        await Task.Run(() => input.ReadLineAsync(CancellationToken.None).AsTask(), cancellation).WaitAsync(cancellation);
}
