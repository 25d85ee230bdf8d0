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
        var number = 0L;
        await foreach (var line in InputLines.ReadAsync(input, cancellation))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return new JobLine(number, reader.Read(Encoding.UTF8.GetBytes(line), new JobEnvelope()));
        }
    }
}
