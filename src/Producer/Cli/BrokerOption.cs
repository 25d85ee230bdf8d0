using System.CommandLine;

namespace TtsConsumers.Producer.Cli;

/// <summary>What the commands that speak with the management API share.</summary>
internal static class BrokerOption
{
    private const string UsualVhost = "tts";
    private const string Example = "http://user:password@127.0.0.1:15672";

    /// <summary><c>--time-scale</c>.</summary>
    public static Option<int?> TimeScale() =>
        RangeOption.Of("--time-scale", 1, 10_000, "Divides the waits of the retry queues; for tests.");

    /// <summary>Reads the management URL.</summary>
    /// <exception cref="CommandFailedException">It is not set or not one.</exception>
    public static Uri ManagementAddress(string? text)
    {
        if (text is null)
        {
            throw new CommandFailedException(
                ExitCodes.NotReady, $"TTS_BROKER_ADMIN is not set: the broker's management URL, such as {Example}");
        }
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new CommandFailedException(ExitCodes.Usage, $"the management URL must look like {Example}");
    }

    /// <summary>The vhost an AMQP URI names; <c>tts</c> where it names none.</summary>
    public static string VhostOf(Uri broker) =>
        broker.AbsolutePath is { Length: > 1 } path ? Uri.UnescapeDataString(path[1..]) : UsualVhost;
}
