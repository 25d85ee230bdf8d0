using Microsoft.Extensions.Logging;

namespace TtsConsumers.Speech;

/// <summary>What the speech room tells its operators; event ids 2000 to 2099.</summary>
internal static partial class SpeechLog
{
    [LoggerMessage(2000, LogLevel.Information, "{Voices} voices of {Models} models are offered; their files were read in {Milliseconds:0} ms")]
    public static partial void VoicesReady(ILogger logger, int voices, int models, double milliseconds);

    [LoggerMessage(
        2001, LogLevel.Information, "Model {Model} on {Devices}: {Instances} instances of {Threads} threads, batches of {Batch}, ready in {Milliseconds:0} ms")]
    public static partial void InstancesReady(ILogger logger, string model, string devices, int instances, int threads, int batch, double milliseconds);

    [LoggerMessage(2002, LogLevel.Error, "Model {Model} did not come back within {Seconds:0.#} s: its thread is left behind, the instance is loaded anew")]
    public static partial void Hung(ILogger logger, string model, double seconds);

    [LoggerMessage(2003, LogLevel.Warning, "Model {Model}: the instance that hung is loaded anew, in {Milliseconds:0} ms; the next hang ends the host")]
    public static partial void Rebuilt(ILogger logger, string model, double milliseconds);

    [LoggerMessage(2004, LogLevel.Warning, "Model {Model} could not speak {Pieces} pieces at once, which are spoken again in parts: {Why}")]
    public static partial void RunDivided(ILogger logger, string model, int pieces, string why);

    [LoggerMessage(2005, LogLevel.Information, "TTS_PROVIDER is auto: {Provider} was chosen")]
    public static partial void ProviderChosen(ILogger logger, string provider);

    [LoggerMessage(2006, LogLevel.Warning, "TTS_PROVIDER is auto: cpu was chosen, because {Provider} can't be used: {Why}")]
    public static partial void ProviderFellBack(ILogger logger, string provider, string why);

    [LoggerMessage(2007, LogLevel.Warning, "Model {Model} is not offered: {Fault}")]
    public static partial void NotOffered(ILogger logger, string model, string fault);

    [LoggerMessage(2008, LogLevel.Warning, "Jobs that ask for it are refused: {Missing}")]
    public static partial void VoiceMissing(ILogger logger, string missing);

    [LoggerMessage(2010, LogLevel.Warning, "Jobs that ask for {Format} are refused here: {Missing}")]
    public static partial void FormatMissing(ILogger logger, string format, string missing);
}
