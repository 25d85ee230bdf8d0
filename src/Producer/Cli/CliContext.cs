using Microsoft.Extensions.Logging;
using TtsConsumers.Producer.Client;

namespace TtsConsumers.Producer.Cli;

/// <summary>What every command works with.</summary>
/// <param name="Settings">The environment.</param>
/// <param name="Terminal">Where it reads and writes.</param>
/// <param name="Surroundings">Clock, chance and log.</param>
internal sealed record CliContext(CliSettings Settings, Terminal Terminal, Surroundings Surroundings)
{
    /// <summary>How the client library is used from here.</summary>
    public SpeechClientOptions ClientOptions => new() { Broker = Settings.Broker, Surroundings = Surroundings };

    /// <summary>Logs for a class of the library.</summary>
    public ILogger<T> Logger<T>() => Surroundings.Loggers.CreateLogger<T>();
}
