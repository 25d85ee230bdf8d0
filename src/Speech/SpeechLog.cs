using Microsoft.Extensions.Logging;

namespace TtsConsumers.Speech;

/// <summary>What the speech room tells its operators; event ids 2000 to 2099.</summary>
internal static partial class SpeechLog
{
    [LoggerMessage(2000, LogLevel.Information, "Model {Model}: its files and {Voices} voices proved in {Milliseconds:0} ms")]
    public static partial void FilesProved(ILogger logger, string model, int voices, double milliseconds);

    [LoggerMessage(2001, LogLevel.Information, "Model {Model}: {Instances} instances of {Threads} threads ready in {Milliseconds:0} ms")]
    public static partial void InstancesReady(ILogger logger, string model, int instances, int threads, double milliseconds);
}
