namespace TtsConsumers.Consumer;

/// <summary>What a host says. Never the text of a job.</summary>
internal static partial class HostLog
{
    [LoggerMessage(2001, LogLevel.Information, "Job {Id} settled: {Settlement}, attempt {Attempt}")]
    public static partial void Settled(ILogger logger, string id, string settlement, int attempt);

    [LoggerMessage(2002, LogLevel.Warning, "Job {Id} is held: {Dependency} is out: {Detail}")]
    public static partial void Held(ILogger logger, string id, string dependency, string detail);

    [LoggerMessage(2003, LogLevel.Error, "Job {Id} met something unforeseen; it is retried")]
    public static partial void Unforeseen(ILogger logger, Exception error, string id);

    [LoggerMessage(2004, LogLevel.Information, "Intake open: {Lanes} lanes on {Instances} instances")]
    public static partial void IntakeOpen(ILogger logger, int lanes, int instances);

    [LoggerMessage(2005, LogLevel.Warning, "Intake lost its connection: {Why}")]
    public static partial void ConnectionLost(ILogger logger, string why);

    [LoggerMessage(2006, LogLevel.Warning, "Lane {Lane} on {Queue} stopped receiving: {Why}; rebuilt in {Seconds:0.0} s")]
    public static partial void LaneLost(ILogger logger, int lane, string queue, string why, double seconds);

    [LoggerMessage(2007, LogLevel.Error, "The broker is not provisioned: {Missing}; next look in {Seconds:0.0} s")]
    public static partial void NotProvisioned(ILogger logger, string missing, double seconds);

    [LoggerMessage(2008, LogLevel.Information, "Draining: no new job; {InHand} in hand get {Seconds} s")]
    public static partial void Draining(ILogger logger, int inHand, int seconds);

    [LoggerMessage(2009, LogLevel.Information, "Drained: {Done} done, {Failed} failed, {GivenBack} given back")]
    public static partial void Drained(ILogger logger, long done, long failed, long givenBack);

    [LoggerMessage(2011, LogLevel.Information, "Voice {Model} ready: {Voices} voices, {Instances} instances, {Seconds:0.00} s")]
    public static partial void VoiceReady(ILogger logger, string model, int voices, int instances, double seconds);

    [LoggerMessage(2012, LogLevel.Information, "Health checks at {Address}")]
    public static partial void HealthAt(ILogger logger, string address);

    [LoggerMessage(2013, LogLevel.Information, "Quarantine turn begins: intake is closed, suspects are spoken alone")]
    public static partial void TurnBegins(ILogger logger);

    [LoggerMessage(2014, LogLevel.Information, "Quarantine turn ends: intake is open")]
    public static partial void TurnEnds(ILogger logger);

    [LoggerMessage(2030, LogLevel.Critical, "The host can't go on and ends with exit code {ExitCode}: {Why}")]
    public static partial void CannotGoOn(ILogger logger, int exitCode, string why);
}
