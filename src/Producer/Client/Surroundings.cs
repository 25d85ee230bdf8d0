using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TtsConsumers.Producer.Client;

/// <summary>What a client takes from the program it lives in: the clock, the source of chance, and where it logs.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Chance">Jitter, and the random part of a private reply queue's name.</param>
/// <param name="Loggers">Where it tells of lost connections. Never the text of a job.</param>
public sealed record Surroundings(TimeProvider Time, Random Chance, ILoggerFactory Loggers)
{
    /// <summary>The machine's clock, a source of its own, and no log.</summary>
    public static Surroundings Usual() => new(TimeProvider.System, new Random(), NullLoggerFactory.Instance);
}
