using System.Text;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Shared.Topology;

/// <summary>What a host writes on a dead letter beside the job's own headers.</summary>
/// <param name="Problem">The reason and what happened.</param>
/// <param name="FailedAt">When the host gave up.</param>
/// <param name="Host">The host's name.</param>
/// <param name="Attempts">How many tries were made.</param>
public sealed record DeadLetterHeaders(JobProblem Problem, DateTimeOffset FailedAt, string Host, int Attempts)
{
    /// <summary>A header larger than the frame limit kills the whole connection, so what goes into one is bounded.</summary>
    public const int ErrorBytes = 1024;

    /// <summary>Adds the dead-letter headers to those of a republish.</summary>
    public void AddTo(IDictionary<string, object?> headers)
    {
        headers[HeaderNames.Reason] = Problem.Code.Wire();
        headers[HeaderNames.Error] = Bound(Problem.Message);
        headers[HeaderNames.FailedAt] = FailedAt.ToUnixTimeMilliseconds();
        headers[HeaderNames.Host] = Host;
        headers[HeaderNames.Attempts] = Attempts;
    }

    /// <summary>Cuts a text to <see cref="ErrorBytes"/> of UTF-8 without splitting a character.</summary>
    public static string Bound(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= ErrorBytes)
            return text;
        var buffer = new byte[ErrorBytes];
        System.Text.Unicode.Utf8.FromUtf16(text, buffer, out var read, out _);
        return text[..read];
    }
}
