using Microsoft.Extensions.Logging;

namespace TtsConsumers.Producer.Client;

/// <summary>What the client says.</summary>
internal static partial class ClientLog
{
    [LoggerMessage(4001, LogLevel.Warning, "Results for '{Suffix}' stopped coming: {Why}; connecting again")]
    public static partial void SessionLost(ILogger logger, string suffix, string why);

    [LoggerMessage(4002, LogLevel.Error, "A result for '{Suffix}' was not taken; connecting again")]
    public static partial void ReceiverFailed(ILogger logger, string suffix, Exception error);

    [LoggerMessage(4003, LogLevel.Warning, "A message in the reply queue for '{Suffix}' is not a result and was passed over: {Why}")]
    public static partial void NotAResult(ILogger logger, string suffix, string why);

    [LoggerMessage(4004, LogLevel.Warning, "The reply queue for '{Suffix}' could not be made again: {Why}")]
    public static partial void NotReopened(ILogger logger, string suffix, string why);

    [LoggerMessage(4005, LogLevel.Information, "{Count} jobs whose results may have gone to nobody were published again")]
    public static partial void Republished(ILogger logger, int count);

    [LoggerMessage(4006, LogLevel.Warning, "Job '{Id}' was not published again: {Why}")]
    public static partial void NotRepublished(ILogger logger, string id, string why);
}
