using Microsoft.Extensions.Logging;

namespace TtsConsumers.Shared.Broker;

/// <summary>What the broker plumbing says.</summary>
internal static partial class BrokerLog
{
    [LoggerMessage(1001, LogLevel.Warning, "No broker for connection '{Name}': {Why}; next try in {Seconds:0.0} s")]
    public static partial void Unreachable(ILogger logger, string name, string why, double seconds);

    [LoggerMessage(1002, LogLevel.Warning, "Publisher '{Name}' lost its channel: {Why}")]
    public static partial void PublisherLost(ILogger logger, string name, string why);

    [LoggerMessage(1003, LogLevel.Warning, "The broker has blocked connection '{Name}': {Reason}")]
    public static partial void Blocked(ILogger logger, string name, string reason);

    [LoggerMessage(1004, LogLevel.Information, "The broker has unblocked connection '{Name}'")]
    public static partial void Unblocked(ILogger logger, string name);

    [LoggerMessage(1005, LogLevel.Information, "Publisher '{Name}' was refused and goes on over another connection, in case the refusal is the old channel's")]
    public static partial void PublisherRenewed(ILogger logger, string name);
}
